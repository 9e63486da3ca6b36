package org.mitra.access;

import java.util.EnumSet;
import java.util.Set;

/** What a person is here for. */
public enum Role {
  /** Works for a distributor or dealer: sales, claims, fund activities, statements. */
  PARTNER_USER,
  /** Answers for the partner: also bank details and users. */
  PARTNER_OWNER,
  /** Designs and runs programs, reviews claims. */
  CHANNEL_MANAGER,
  /** Calculates, settles, pays, corrects. */
  FINANCE,
  /** Reads what programs cost and bring. */
  EXECUTIVE,
  /** Reads everything, changes nothing. */
  AUDITOR,
  /** Users, imports, integrations, health. */
  ADMINISTRATOR;

  /** The roles of a partner's people. */
  public static final Set<Role> PARTNER = Set.of(PARTNER_USER, PARTNER_OWNER);

  /** The roles of the vendor's people. */
  public static final Set<Role> STAFF =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(PARTNER_USER, PARTNER_OWNER)));
}
