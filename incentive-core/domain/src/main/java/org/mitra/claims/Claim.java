package org.mitra.claims;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.mitra.data.Sql;

/**
 * A claim's row as commands need it.
 *
 * @param programId row id of the program
 * @param program its code
 * @param programOpen whether the program still takes claims
 * @param partnerId row id of the partner who claims
 * @param partner his code
 * @param currency of all amounts
 * @param remark of the partner
 * @param reason what the partner was told about the decision
 * @param submittedBy username; empty while it was never submitted
 * @param endorsedBy username of the first of two reviewers; empty for none
 */
record Claim(
    long id,
    UUID uid,
    String number,
    long programId,
    String program,
    boolean programOpen,
    long partnerId,
    String partner,
    boolean partnerActive,
    String currency,
    String remark,
    String reason,
    ClaimState state,
    int version,
    Optional<String> submittedBy,
    Optional<String> endorsedBy) {
  /** What {@link #of} reads. */
  static final String SELECT =
      "SELECT c.*, p.code AS program, p.state = 'PUBLISHED' AS program_open, o.code AS partner,"
          + " o.active AS partner_active FROM claim c"
          + " JOIN program p ON p.id = c.program_id JOIN partner o ON o.id = c.partner_id";

  static Claim of(Sql.Row row) throws SQLException {
    return new Claim(
        row.number("id"),
        row.uuid("uid"),
        row.text("number"),
        row.number("program_id"),
        row.text("program"),
        row.flag("program_open"),
        row.number("partner_id"),
        row.text("partner"),
        row.flag("partner_active"),
        row.text("currency"),
        row.text("remark"),
        row.text("reason"),
        row.constant("state", ClaimState.class),
        row.integer("version"),
        Optional.ofNullable(row.text("submitted_by")),
        Optional.ofNullable(row.text("endorsed_by")));
  }
}
