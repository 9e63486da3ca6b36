package org.mitra.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.data.ListQuery;
import org.mitra.problem.Problem;

@ExtendWith(ArquillianExtension.class)
class PartnersIT {
  private static final LocalDate JOINED = LocalDate.of(2025, 1, 1);

  @Inject private Partners partners;

  private final Actor manager =
      new Actor("manager", "Manager", EnumSet.of(Role.CHANNEL_MANAGER), Optional.empty());

  @Test
  void aDistributorSeesHisDealersForTheTimeThatTheyWereHis() {
    partners.saveAll(
        manager,
        List.of(
            partner("SEE-DEALER", PartnerType.DEALER, "SEE-NORTH", null),
            partner("SEE-NORTH", PartnerType.DISTRIBUTOR, "", null),
            partner("SEE-SOUTH", PartnerType.DISTRIBUTOR, "", null)));
    LocalDate moved = LocalDate.of(2025, 7, 1);
    partners.save(manager, partner("SEE-DEALER", PartnerType.DEALER, "SEE-SOUTH", moved));

    PartnerDetail dealer = partners.find(manager.scope(), " see-dealer\u00a0").orElseThrow();
    assertThat(dealer.standings())
        .extracting(Standing::parent)
        .containsExactly("SEE-NORTH", "SEE-SOUTH");
    assertThat(partners.find(scope("SEE-NORTH"), "SEE-DEALER")).as("no longer his").isEmpty();
    assertThat(partners.find(scope("SEE-SOUTH"), "SEE-DEALER")).isPresent();
    assertThat(partners.find(scope("SEE-DEALER"), "SEE-NORTH")).as("upwards").isEmpty();
    assertThatThrownBy(() -> partners.get(scope("SEE-NORTH"), dealer.uid()))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind().status()).isEqualTo(404));
    assertThat(partners.list(scope("SEE-SOUTH"), ListQuery.firstRows(10)).rows())
        .extracting(PartnerSummary::code)
        .containsExactlyInAnyOrder("SEE-SOUTH", "SEE-DEALER");
  }

  @Test
  void nobodyStandsAboveHimself() {
    partners.saveAll(
        manager,
        List.of(
            partner("RING-A", PartnerType.DISTRIBUTOR, "", null),
            partner("RING-B", PartnerType.DISTRIBUTOR, "RING-A", null),
            partner("RING-C", PartnerType.DEALER, "RING-B", null)));
    assertThatThrownBy(
            () ->
                partners.save(
                    manager, partner("RING-A", PartnerType.DISTRIBUTOR, "RING-C", JOINED)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("partner.circle"));
    assertThat(partners.find(manager.scope(), "RING-A").orElseThrow().standing().parent())
        .as("nothing of the refused change is stored")
        .isEmpty();
  }

  @Test
  void listsFilterSortAndPageInTheDatabase() {
    for (int i = 0; i < 7; i++) {
      partners.save(manager, partner("PAGE-" + i, PartnerType.DEALER, "", null));
    }
    ListQuery query = new ListQuery(2, 3, "code", true, Map.of("code", "page-"));
    var slice = partners.list(manager.scope(), query);
    assertThat(slice.total()).isEqualTo(7);
    assertThat(slice.rows())
        .extracting(PartnerSummary::code)
        .containsExactly("PAGE-4", "PAGE-3", "PAGE-2");
    assertThat(
            partners.list(manager.scope(), ListQuery.firstRows(5).filtered("name", "100%")).total())
        .as("a percent sign is a character, not a wildcard")
        .isZero();
    assertThatThrownBy(
            () ->
                partners.list(
                    manager.scope(), new ListQuery(0, 5, "code; DROP TABLE x", false, Map.of())))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("list.sort"));
    var first = partners.batch(manager.scope(), null, 4, Map.of("code", "PAGE-"));
    var second = partners.batch(manager.scope(), first.next(), 4, Map.of("code", "PAGE-"));
    assertThat(first.rows()).hasSize(4);
    assertThat(second.rows()).hasSize(3);
    assertThat(second.next()).isNull();
  }

  @Test
  void onlyManagersAndAdministratorsChangePartners() {
    Actor auditor = new Actor("a", "A", EnumSet.of(Role.AUDITOR), Optional.empty());
    assertThatThrownBy(() -> partners.save(auditor, partner("NO", PartnerType.DEALER, "", null)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind().status()).isEqualTo(403));
  }

  private PartnerScope scope(String code) {
    PartnerDetail partner = partners.find(manager.scope(), code).orElseThrow();
    return PartnerScope.of(partners.rowId(partner.uid()), partner.uid(), code);
  }

  private static SavePartner partner(
      String code, PartnerType type, String parent, LocalDate standingFrom) {
    return new SavePartner(
        code,
        "Partner " + code,
        type,
        "IDR",
        "",
        "",
        JOINED,
        true,
        parent,
        "GOLD",
        "JAVA",
        "",
        standingFrom);
  }
}
