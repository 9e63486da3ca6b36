package org.mitra.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.identity.SaveUser;
import org.mitra.identity.Users;
import org.mitra.jobs.JobHandler;
import org.mitra.jobs.RunningJob;
import org.mitra.partners.PartnerType;
import org.mitra.partners.Partners;
import org.mitra.partners.SavePartner;

/**
 * Tells the story of the demo channel to an empty database. Each chapter can be told again without
 * effect.
 */
@ApplicationScoped
public class DemoStory implements JobHandler {
  static final String KIND = "demo";

  private static final String PASSWORD = "mitra-demo-2026";

  @Inject private Partners partners;
  @Inject private Users users;
  @Inject private DemoSpiff spiff;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void carryOut(RunningJob job) {
    Actor admin =
        new Actor(
            "demo", "Demo", EnumSet.of(Role.ADMINISTRATOR, Role.CHANNEL_MANAGER), Optional.empty());
    LocalDate joined = LocalDate.of(2024, 1, 1);
    job.progress(0, 2);
    partners.saveAll(
        admin,
        List.of(
            partner("JAKARTA-1", "PT Sumber Perkakas Jaya", PartnerType.DISTRIBUTOR, "", joined),
            partner("TOKO-MAJU", "Toko Maju Teknik", PartnerType.DEALER, "JAKARTA-1", joined)));
    job.progress(1, 2);
    user(admin, "admin", "Admin", Role.ADMINISTRATOR, "");
    user(admin, "maya", "Maya", Role.CHANNEL_MANAGER, "");
    user(admin, "rizal", "Rizal", Role.CHANNEL_MANAGER, "");
    user(admin, "dewi", "Dewi", Role.FINANCE, "");
    user(admin, "hendra", "Hendra", Role.FINANCE, "");
    user(admin, "indra", "Indra", Role.EXECUTIVE, "");
    user(admin, "ratna", "Ratna", Role.AUDITOR, "");
    user(admin, "budi", "Budi", Role.PARTNER_OWNER, "TOKO-MAJU");
    user(admin, "sari", "Sari", Role.PARTNER_USER, "TOKO-MAJU");
    user(admin, "agus", "Agus", Role.PARTNER_OWNER, "JAKARTA-1");
    spiff.tell(admin);
    job.progress(2, 2);
  }

  private void user(Actor admin, String name, String display, Role role, String partner) {
    users.save(
        admin,
        new SaveUser(name, display, name + "@example.com", "id", Set.of(role), partner, true),
        PASSWORD);
  }

  private static SavePartner partner(
      String code, String name, PartnerType type, String parent, LocalDate joined) {
    return new SavePartner(
        code, name, type, "IDR", "", "", joined, true, parent, "GOLD", "DKI JAKARTA", null);
  }
}
