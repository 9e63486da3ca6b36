package org.mitra.partners;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A partner in full.
 *
 * @param standings how he stood over time, oldest first
 * @param representatives who sells for him at present
 * @param certificates what he proved to know, newest first
 * @param version to be sent back with a change, so that a change in between is noticed
 */
public record PartnerDetail(
    UUID uid,
    String code,
    String name,
    PartnerType type,
    String currency,
    String email,
    String taxNumber,
    LocalDate joinedOn,
    boolean active,
    List<Standing> standings,
    List<RepresentativeSummary> representatives,
    List<CertificateSummary> certificates,
    int version) {

  /** How he stands now: the last entry. */
  public Standing standing() {
    return standings.get(standings.size() - 1);
  }
}
