package org.mitra.partner;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.mitra.access.Role;
import org.mitra.web.Routes;

/** The pages of the partner portal. */
@ApplicationScoped
public class PartnerRoutes implements Routes {
  private static final Set<Role> ALL = Role.PARTNER;

  private static final List<Page> PAGES =
      List.of(
          new Page("/home", ALL, "menu.home", "pi-home"),
          new Page("/sales", ALL, "menu.sales", "pi-list"),
          new Page("/sale", ALL, "", ""),
          new Page("/report-sale", ALL, "", ""),
          new Page("/programs", ALL, "menu.programs", "pi-gift"),
          new Page("/program", ALL, "", ""),
          new Page("/claims", ALL, "menu.claims", "pi-file-check"),
          new Page("/claim", ALL, "", ""),
          new Page("/edit-claim", ALL, "", ""),
          new Page("/earnings", ALL, "menu.earnings", "pi-chart-line"),
          new Page("/accrual", ALL, "", ""),
          new Page("/funds", ALL, "menu.funds", "pi-wallet"),
          new Page("/fund", ALL, "", ""),
          new Page("/fund-activities", ALL, "menu.fund-activities", "pi-megaphone"),
          new Page("/fund-activity", ALL, "", ""),
          new Page("/edit-fund-activity", ALL, "", ""),
          new Page("/claim-fund-activity", ALL, "", ""),
          new Page("/statements", ALL, "menu.statements", "pi-file"),
          new Page("/statement", ALL, "", ""),
          new Page("/payable", ALL, "", ""),
          new Page("/bank-account", Set.of(Role.PARTNER_OWNER), "menu.bank-account", "pi-building"),
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
    return "partner-portal";
  }

  @Override
  public String application() {
    return "application.partner";
  }

  @Override
  public Set<Role> roles() {
    return Role.PARTNER;
  }
}
