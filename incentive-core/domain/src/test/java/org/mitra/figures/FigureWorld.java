package org.mitra.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.engine.Terms;
import org.mitra.partners.PartnerType;
import org.mitra.partners.Partners;
import org.mitra.partners.SavePartner;
import org.mitra.programs.CreateProgram;
import org.mitra.programs.ProgramRef;
import org.mitra.programs.Programs;
import org.mitra.programs.terms.TermsJson;

/** A partner and a published program of the same code, with two quarters. */
@ApplicationScoped
public class FigureWorld {
  private static final Actor MAYA = manager("maya");
  private static final Actor RIZAL = manager("rizal");

  @Inject private Sql sql;
  @Inject private Partners partners;
  @Inject private Programs programs;
  @Inject private BusinessClock clock;

  private static Actor manager(String name) {
    return new Actor(name, name, EnumSet.of(Role.CHANNEL_MANAGER), Optional.empty());
  }

  void partner(String code) {
    partners.save(
        MAYA,
        new SavePartner(
            code,
            "Partner " + code,
            PartnerType.DISTRIBUTOR,
            "IDR",
            "",
            "",
            LocalDate.of(2021, 1, 1),
            true,
            "",
            "",
            "",
            "",
            null));
  }

  void set(String code) {
    partner(code);
    Terms terms =
        TermsJson.decode(
            TermsJson.parse(
                """
                {
                  "name": {"id": "Rabat", "en": "Rebate"},
                  "currency": "IDR", "zone": "Asia/Jakarta",
                  "from": "2021-04-01", "until": "2021-10-01", "periodMonths": 3, "closingDay": 0,
                  "payee": "BUYER", "scope": {"flows": ["SELL_IN"], "levels": ["NOBODY"]},
                  "enrollment": "EVERYONE", "creditFrom": "ENROLLMENT", "returns": "IN_PERIOD_OF_SALE",
                  "rule": {"type": "flat", "pays": "NET", "rate": "5%"}
                }
                """),
            "");
    clock.at(
        Instant.parse("2021-03-01T00:00:00Z"),
        () -> {
          ProgramRef draft = programs.create(MAYA, new CreateProgram(code, terms));
          programs.submit(MAYA, draft.version(), "meant so");
          programs.approve(RIZAL, draft.version(), TermsJson.digest(terms).hex(), "");
          programs.publish(MAYA, draft.version());
        });
  }

  @Transactional
  PartnerScope scope(String partner) {
    return sql.row(
            row -> PartnerScope.of(row.number("id"), row.uuid("uid"), partner),
            "SELECT id, uid FROM partner WHERE code = ?",
            partner)
        .orElseThrow();
  }
}
