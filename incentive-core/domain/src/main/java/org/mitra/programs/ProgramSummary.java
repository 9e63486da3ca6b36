package org.mitra.programs;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A program in a list, by its newest version.
 *
 * @param kind the rule's type, such as {@code tiered}
 * @param from first day
 * @param until the day after the last
 * @param version public id of the newest version
 * @param number of the newest version
 * @param versionState where the newest version is
 * @param author who changed the newest version last
 */
public record ProgramSummary(
    UUID uid,
    String code,
    ProgramState state,
    String nameId,
    String nameEn,
    String kind,
    LocalDate from,
    LocalDate until,
    UUID version,
    int number,
    VersionState versionState,
    String author) {

  /** The name in the language. */
  public String name(String language) {
    return language.equals("id") ? nameId : nameEn;
  }
}
