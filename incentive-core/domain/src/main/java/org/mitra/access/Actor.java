package org.mitra.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.mitra.problem.Problem;

/**
 * Who asks. Every command takes one; what he may do is checked in core, not in pages.
 *
 * @param username unique name of the account, or {@code system}
 * @param displayName as people know him
 * @param roles what he is here for
 * @param partner the partner he belongs to; empty for the vendor's people
 */
public record Actor(
    String username, String displayName, Set<Role> roles, Optional<PartnerScope> partner) {
  private static final Actor SYSTEM =
      new Actor("system", "Mitra", EnumSet.noneOf(Role.class), Optional.empty());

  public Actor {
    roles = Set.copyOf(roles);
    boolean partnerRoles = roles.stream().anyMatch(Role.PARTNER::contains);
    boolean staffRoles = roles.stream().anyMatch(Role.STAFF::contains);
    if ((partnerRoles && staffRoles) || partnerRoles != partner.isPresent()) {
      throw new IllegalArgumentException("roles and partner of " + username + " do not fit");
    }
  }

  /** The product itself, for work that nobody in particular asked for. */
  public static Actor system() {
    return SYSTEM;
  }

  /** No account can be called like this one. */
  public boolean isSystem() {
    return username.equals(SYSTEM.username);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  public boolean hasAny(Role... any) {
    for (Role role : any) {
      if (roles.contains(role)) {
        return true;
      }
    }
    return false;
  }

  /**
   * @throws Problem 403 unless he has one of the roles; the system may do anything
   */
  public void require(Role... any) {
    if (!isSystem() && !hasAny(any)) {
      throw Problem.forbidden("access.role-missing");
    }
  }

  /**
   * Whose data he may see.
   *
   * @throws Problem 403 for an account without any role
   */
  public PartnerScope scope() {
    if (partner.isPresent()) {
      return partner.get();
    }
    if (!isSystem() && roles.isEmpty()) {
      throw Problem.forbidden("access.role-missing");
    }
    return PartnerScope.everyone();
  }

  /**
   * The partner in whose name he acts.
   *
   * @throws Problem 403 for the vendor's people
   */
  public PartnerScope requirePartner() {
    return partner.orElseThrow(() -> Problem.forbidden("access.partners-only"));
  }
}
