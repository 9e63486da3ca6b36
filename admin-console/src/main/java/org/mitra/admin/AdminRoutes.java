package org.mitra.admin;

import static org.mitra.access.Role.ADMINISTRATOR;
import static org.mitra.access.Role.AUDITOR;
import static org.mitra.access.Role.CHANNEL_MANAGER;
import static org.mitra.access.Role.EXECUTIVE;
import static org.mitra.access.Role.FINANCE;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.mitra.access.Role;
import org.mitra.web.Routes;

/** The pages of the admin console. */
@ApplicationScoped
public class AdminRoutes implements Routes {
  private static final Set<Role> ALL = Role.STAFF;
  private static final Set<Role> FACTS = Set.of(CHANNEL_MANAGER, FINANCE, AUDITOR, ADMINISTRATOR);
  private static final Set<Role> ROI = Set.of(EXECUTIVE, CHANNEL_MANAGER, FINANCE, AUDITOR);
  private static final Set<Role> PAYOUTS = Set.of(FINANCE, EXECUTIVE, AUDITOR);

  private static final Set<Role> FUNDS = Set.of(CHANNEL_MANAGER, FINANCE, EXECUTIVE, AUDITOR);
  private static final Set<Role> FUND_DECISIONS = Set.of(CHANNEL_MANAGER, FINANCE);
  private static final Set<Role> CLAIMS = Set.of(CHANNEL_MANAGER, FINANCE, AUDITOR);

  private static final List<Page> PAGES =
      List.of(
          new Page("/home", ALL, "menu.home", "pi-home"),
          new Page("/programs", ALL, "menu.programs", "pi-gift"),
          new Page("/program", ALL, "", ""),
          new Page("/program-partners", ALL, "", ""),
          new Page(
              "/agreed-figures",
              Set.of(CHANNEL_MANAGER, FINANCE, EXECUTIVE, AUDITOR),
              "menu.figures",
              "pi-flag"),
          new Page("/edit-program", Set.of(CHANNEL_MANAGER), "", ""),
          new Page(
              "/partners",
              Set.of(CHANNEL_MANAGER, FINANCE, AUDITOR, ADMINISTRATOR),
              "menu.partners",
              "pi-sitemap"),
          new Page("/partner", Set.of(CHANNEL_MANAGER, FINANCE, AUDITOR, ADMINISTRATOR), "", ""),
          new Page("/edit-partner", Set.of(CHANNEL_MANAGER, ADMINISTRATOR), "", ""),
          new Page(
              "/products",
              Set.of(CHANNEL_MANAGER, FINANCE, EXECUTIVE, AUDITOR, ADMINISTRATOR),
              "menu.products",
              "pi-box"),
          new Page("/exchange-rates", ALL, "menu.rates", "pi-arrow-right-arrow-left"),
          new Page("/sales", ALL, "menu.sales", "pi-list"),
          new Page("/sale", ALL, "", ""),
          new Page("/imports", FACTS, "menu.imports", "pi-upload"),
          new Page("/import", FACTS, "", ""),
          new Page("/mappings", FACTS, "", ""),
          new Page("/mapping", FACTS, "", ""),
          new Page("/quarantine", FACTS, "menu.quarantine", "pi-exclamation-triangle"),
          new Page("/quarantined-row", FACTS, "", ""),
          new Page("/control-totals", ALL, "menu.totals", "pi-verified"),
          new Page("/claims", CLAIMS, "menu.claims", "pi-file-check"),
          new Page("/claim", CLAIMS, "", ""),
          new Page("/accruals", ALL, "menu.accruals", "pi-chart-line"),
          new Page("/accrual", ALL, "", ""),
          new Page("/funds", FUNDS, "menu.funds", "pi-wallet"),
          new Page("/fund", FUNDS, "", ""),
          new Page("/allocate-fund", FUND_DECISIONS, "", ""),
          new Page("/lower-allocation", FUND_DECISIONS, "", ""),
          new Page("/fund-activities", FUNDS, "menu.fund-activities", "pi-megaphone"),
          new Page("/fund-activity", FUNDS, "", ""),
          new Page("/roi", ROI, "menu.roi", "pi-chart-bar"),
          new Page("/roi-program", ROI, "", ""),
          new Page(
              "/runs",
              Set.of(CHANNEL_MANAGER, FINANCE, AUDITOR, ADMINISTRATOR),
              "menu.runs",
              "pi-calculator"),
          new Page("/settlements", PAYOUTS, "menu.settlements", "pi-check-square"),
          new Page("/settlement", PAYOUTS, "", ""),
          new Page("/payouts", PAYOUTS, "menu.payouts", "pi-wallet"),
          new Page("/payout", PAYOUTS, "", ""),
          new Page("/payable", PAYOUTS, "", ""),
          new Page("/clawbacks", PAYOUTS, "menu.clawbacks", "pi-replay"),
          new Page("/clawback", PAYOUTS, "", ""),
          new Page("/statement", PAYOUTS, "", ""),
          new Page("/bank-accounts", Set.of(FINANCE, AUDITOR), "menu.bank-accounts", "pi-building"),
          new Page("/bank-account", Set.of(FINANCE, AUDITOR), "", ""),
          new Page("/ledger", Set.of(FINANCE, AUDITOR), "menu.ledger", "pi-book"),
          new Page("/edit-product", Set.of(CHANNEL_MANAGER, ADMINISTRATOR), "", ""),
          new Page(
              "/jobs",
              Set.of(CHANNEL_MANAGER, FINANCE, AUDITOR, ADMINISTRATOR),
              "menu.jobs",
              "pi-clock"),
          new Page("/job", Set.of(CHANNEL_MANAGER, FINANCE, AUDITOR, ADMINISTRATOR), "", ""),
          new Page("/users", Set.of(ADMINISTRATOR, AUDITOR), "menu.users", "pi-users"),
          new Page("/user", Set.of(ADMINISTRATOR), "", ""),
          new Page("/audit", Set.of(AUDITOR, ADMINISTRATOR), "menu.audit", "pi-eye"),
          new Page("/account", ALL, "menu.account", "pi-key"),
          new Page("/api-guide", ALL, "", ""),
          new Page("/sign-in", Set.of(), "", ""),
          new Page("/problem", Set.of(), "", ""));

  @Override
  public List<Page> pages() {
    return PAGES;
  }

  @Override
  public String name() {
    return "admin-console";
  }

  @Override
  public String application() {
    return "application.admin";
  }

  @Override
  public Set<Role> roles() {
    return Role.STAFF;
  }
}
