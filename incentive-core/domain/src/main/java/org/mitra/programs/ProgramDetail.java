package org.mitra.programs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A program in full.
 *
 * @param closedFrom first day on which it no longer runs; null until it is closed
 * @param versions newest first
 * @param enrolled how many partners take part now
 * @param budget null for a program without one, and before it is published
 */
public record ProgramDetail(
    UUID uid,
    String code,
    ProgramState state,
    LocalDate closedFrom,
    String createdBy,
    Instant createdAt,
    List<VersionDetail> versions,
    long enrolled,
    BudgetUse budget) {

  /** The newest version. */
  public VersionDetail newest() {
    return versions.get(0);
  }

  /** The version that somebody works on. */
  public Optional<VersionDetail> open() {
    return versions.stream().filter(version -> version.state().isOpen()).findFirst();
  }

  /** The version that holds on the day: the newest published one that has begun by then. */
  public Optional<VersionDetail> on(LocalDate day) {
    return versions.stream()
        .filter(version -> version.state() == VersionState.PUBLISHED)
        .filter(version -> !version.effectiveFrom().isAfter(day))
        .findFirst();
  }

  /** The version whose terms people should read: the one that holds, else the newest. */
  public VersionDetail shown(LocalDate day) {
    return on(day)
        .or(
            () ->
                versions.stream()
                    .filter(version -> version.state() == VersionState.PUBLISHED)
                    .reduce((newer, older) -> older))
        .orElseGet(this::newest);
  }

  /** The published version before the given one. */
  public Optional<VersionDetail> before(VersionDetail version) {
    return versions.stream()
        .filter(other -> other.number() < version.number())
        .filter(other -> other.state() == VersionState.PUBLISHED)
        .findFirst();
  }
}
