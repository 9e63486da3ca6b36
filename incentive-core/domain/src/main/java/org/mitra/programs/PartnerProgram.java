package org.mitra.programs;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mitra.programs.terms.Clause;

/**
 * A program as a partner sees it.
 *
 * @param name in his language
 * @param kind the rule's type, such as {@code tiered}
 * @param from first day
 * @param until the day after the last
 * @param status whether it runs today
 * @param enrollmentNeeded whether only enrolled partners earn
 * @param enrolled whether he is enrolled, today or from a later day on
 * @param canEnroll whether he can enroll himself now
 * @param digest of the terms that hold: who enrolls himself says with it what he has read
 * @param terms the document of the terms that hold, without what is the vendor's own business
 * @param words the same as sentences, in his language
 */
public record PartnerProgram(
    UUID uid,
    String code,
    String name,
    String kind,
    LocalDate from,
    LocalDate until,
    Status status,
    boolean enrollmentNeeded,
    boolean enrolled,
    boolean canEnroll,
    String digest,
    JsonObject terms,
    List<Clause> words) {

  /** Where today lies. */
  public enum Status {
    UPCOMING,
    RUNNING,
    ENDED
  }
}
