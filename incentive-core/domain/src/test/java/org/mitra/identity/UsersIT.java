package org.mitra.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.ListQuery;
import org.mitra.it.Refused;
import org.mitra.partners.PartnerType;
import org.mitra.partners.Partners;
import org.mitra.partners.SavePartner;

@ExtendWith(ArquillianExtension.class)
class UsersIT {
  private static final String PASSWORD = "correct horse battery";

  @Inject private Users users;
  @Inject private SignIns signIns;
  @Inject private Partners partners;

  private final Actor admin =
      new Actor("boss", "Boss", EnumSet.of(Role.ADMINISTRATOR), Optional.empty());

  @Test
  void aNewAccountHasToChooseItsOwnPassword() {
    users.create(admin, staff("users-new", Role.FINANCE), PASSWORD);
    SignedIn first = users.find("users-new").orElseThrow();
    assertThat(first.mustChangePassword()).isTrue();
    SignedIn second = signIns.changePassword(first.actor(), PASSWORD, "another long one 77");
    assertThat(second.mustChangePassword()).isFalse();
    assertThat(second.sessionEpoch()).as("other sessions end").isGreaterThan(first.sessionEpoch());
    Refused.with(
        "user.wrong-password",
        () -> signIns.changePassword(first.actor(), PASSWORD, "yet another one 88"));
    Refused.with(
        "user.password-same",
        () -> signIns.changePassword(second.actor(), "another long one 77", "another long one 77"));
  }

  @Test
  void aNameIsTakenOnce() {
    users.create(admin, staff("users-twice", Role.FINANCE), PASSWORD);
    Refused.with(
        "user.exists",
        () -> users.create(admin, staff("USERS-TWICE", Role.AUDITOR), "another long one 77"));
    assertThat(users.find("users-twice").orElseThrow().actor().roles())
        .containsExactly(Role.FINANCE);
  }

  @Test
  void weakPasswordsAreRefused() {
    Refused.with("user.password-length", () -> create("users-weak", "elevenchars"));
    Refused.with("user.password-length", () -> create("users-weak", "x".repeat(129)));
    Refused.with("user.password-weak", () -> create("users-weak", "My-USERS-WEAK-1"));
    Refused.with("user.password-weak", () -> create("users-weak", "aaaabbbbaaaabbbb"));
    assertThat(users.find("users-weak")).isEmpty();
  }

  private void create(String name, String password) {
    users.create(admin, staff(name, Role.FINANCE), password);
  }

  @Test
  void rolesOfPartnersAndOfTheHouseDoNotMix() {
    Refused.with(
        "user.mixed-roles",
        () -> save("users-mix", EnumSet.of(Role.PARTNER_OWNER, Role.FINANCE), "SOME"));
    Refused.with(
        "user.partner-missing", () -> save("users-mix", EnumSet.of(Role.PARTNER_USER), ""));
    Refused.with(
        "user.partner-unexpected", () -> save("users-mix", EnumSet.of(Role.FINANCE), "SOME"));
    Refused.with("user.no-role", () -> save("users-mix", Set.of(), ""));
    Refused.with("user.name", () -> save("system", EnumSet.of(Role.FINANCE), ""));
    Refused.with("user.name", () -> save("a b", EnumSet.of(Role.FINANCE), ""));
    Refused.with(
        "partner.unknown",
        () -> save("users-mix", EnumSet.of(Role.PARTNER_USER), "THERE-IS-NO-SUCH"));
    assertThat(users.find("users-mix")).isEmpty();
  }

  private void save(String name, Set<Role> roles, String partner) {
    users.create(admin, new SaveUser(name, name, "", "id", roles, partner, true), PASSWORD);
  }

  @Test
  void nobodyChangesHisOwnPowerAndNobodyOverwritesAnother() {
    UserSummary boss = users.save(admin, staff("boss", Role.ADMINISTRATOR), PASSWORD);
    Refused.with(
        "user.own-roles",
        () -> users.change(admin, boss.uid(), boss.version(), staff("boss", Role.FINANCE)));
    UserSummary somebody = users.create(admin, staff("users-stale", Role.FINANCE), PASSWORD);
    users.change(admin, somebody.uid(), somebody.version(), staff("users-stale", Role.AUDITOR));
    Refused.with(
        "stale",
        () ->
            users.change(
                admin, somebody.uid(), somebody.version(), staff("users-stale", Role.EXECUTIVE)));
    Refused.with(
        "user.name-fixed",
        () ->
            users.change(
                admin, somebody.uid(), somebody.version() + 1, staff("users-other", Role.FINANCE)));
  }

  @Test
  void aRoleThatIsTakenAwayEndsTheSession() {
    UserSummary before = users.create(admin, staff("users-epoch", Role.FINANCE), PASSWORD);
    int epoch = users.find("users-epoch").orElseThrow().sessionEpoch();
    users.change(admin, before.uid(), before.version(), staff("users-epoch", Role.AUDITOR));
    assertThat(users.find("users-epoch").orElseThrow().sessionEpoch()).isGreaterThan(epoch);
  }

  @Test
  void whoIsDisabledOrWhosePartnerIsDisabledIsNobody() {
    SavePartner shop = shop(true);
    partners.save(admin, shop);
    save("users-shop", EnumSet.of(Role.PARTNER_OWNER), "USERS-SHOP");
    assertThat(users.find("users-shop").orElseThrow().actor().partner()).isPresent();
    partners.save(admin, shop(false));
    assertThat(users.find("users-shop")).isEmpty();
    partners.save(admin, shop(true));
    UserSummary summary =
        users
            .list(admin, new ListQuery(0, 1, "", false, Map.of("username", "users-shop")))
            .rows()
            .get(0);
    users.change(
        admin,
        summary.uid(),
        summary.version(),
        new SaveUser(
            "users-shop", "Shop", "", "id", EnumSet.of(Role.PARTNER_OWNER), "USERS-SHOP", false));
    assertThat(users.find("users-shop")).isEmpty();
  }

  @Test
  void onlyAdministratorsKeepAccounts() {
    Actor manager = new Actor("m", "M", EnumSet.of(Role.CHANNEL_MANAGER), Optional.empty());
    Refused.with(
        "access.role-missing",
        () -> users.create(manager, staff("users-no", Role.FINANCE), PASSWORD));
    Refused.with("access.role-missing", () -> users.list(manager, ListQuery.firstRows(1)));
    Actor auditor = new Actor("a", "A", EnumSet.of(Role.AUDITOR), Optional.empty());
    assertThat(users.list(auditor, ListQuery.firstRows(1)).rows()).isNotNull();
    Refused.with(
        "access.role-missing",
        () -> users.create(auditor, staff("users-no", Role.FINANCE), PASSWORD));
  }

  private static SaveUser staff(String name, Role role) {
    return new SaveUser(name, "Name of " + name, "", "id", EnumSet.of(role), "", true);
  }

  private static SavePartner shop(boolean active) {
    return new SavePartner(
        "USERS-SHOP",
        "Shop",
        PartnerType.DEALER,
        "IDR",
        "",
        "",
        LocalDate.of(2025, 1, 1),
        active,
        "",
        "",
        "",
        "",
        null);
  }
}
