package org.mitra.access;

import java.util.OptionalLong;
import java.util.UUID;

/**
 * Whose data may be seen: a partner's own and, for the time that they were below him, that of his
 * dealers; or, for the vendor's people, everyone's.
 *
 * <p>Every query over partners' data takes one, so that forgetting the filter does not compile.
 * Only {@link Actor} hands them out.
 */
public final class PartnerScope {
  private static final PartnerScope EVERYONE = new PartnerScope(0, null, "");

  private final long partnerId;
  private final UUID partner;
  private final String code;

  private PartnerScope(long partnerId, UUID partner, String code) {
    this.partnerId = partnerId;
    this.partner = partner;
    this.code = code;
  }

  /** For {@link Actor} and for the code that signs people in. */
  public static PartnerScope of(long partnerId, UUID partner, String code) {
    return new PartnerScope(partnerId, partner, code);
  }

  static PartnerScope everyone() {
    return EVERYONE;
  }

  public boolean isEveryone() {
    return this == EVERYONE;
  }

  /** The partner's own row id; empty for the vendor's people. */
  public OptionalLong partnerId() {
    return isEveryone() ? OptionalLong.empty() : OptionalLong.of(partnerId);
  }

  /** The partner's public id; null for the vendor's people. */
  public UUID partner() {
    return partner;
  }

  /** The partner's code; empty for the vendor's people. */
  public String code() {
    return code;
  }

  @Override
  public String toString() {
    return isEveryone() ? "everyone" : "partner " + code;
  }
}
