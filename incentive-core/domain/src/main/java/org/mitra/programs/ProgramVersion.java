package org.mitra.programs;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.FourEyes;
import org.mitra.data.Sha256;
import org.mitra.data.UuidConverter;
import org.mitra.engine.Terms;
import org.mitra.problem.Problem;
import org.mitra.programs.terms.TermsJson;

/** A version of a program's terms, and the steps that it takes. */
@Entity
@Table(name = "program_version")
class ProgramVersion {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Convert(converter = UuidConverter.class)
  @Column(nullable = false, updatable = false)
  private UUID uid;

  @ManyToOne(optional = false)
  @JoinColumn(name = "program_id", updatable = false)
  private Program program;

  @Column(nullable = false, updatable = false)
  private int number;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private VersionState state;

  @Column(name = "effective_from", nullable = false)
  private LocalDate effectiveFrom;

  @Column(name = "runs_from", nullable = false)
  private LocalDate runsFrom;

  @Column(name = "runs_until", nullable = false)
  private LocalDate runsUntil;

  @Column(name = "name_id", nullable = false)
  private String nameId;

  @Column(name = "name_en", nullable = false)
  private String nameEn;

  @Column(name = "rule_type", nullable = false)
  private String ruleType;

  @Column(nullable = false)
  private String terms;

  @Column(nullable = false)
  private byte[] digest;

  @Column(nullable = false)
  private String author;

  @ElementCollection
  @CollectionTable(name = "program_version_author", joinColumns = @JoinColumn(name = "version_id"))
  @Column(name = "username")
  private Set<String> authors = new HashSet<>();

  @Column private String approver;

  @Column(nullable = false)
  private String remark = "";

  @Column(nullable = false)
  private String reason = "";

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Version private int version;

  protected ProgramVersion() {}

  ProgramVersion(UUID uid, Program program, int number) {
    this.uid = uid;
    this.program = program;
    this.number = number;
    this.state = VersionState.DRAFT;
  }

  void write(Actor actor, Terms text, LocalDate from, Instant now) {
    require(VersionState.DRAFT);
    terms = TermsJson.canonical(text);
    digest = Sha256.of(terms).bytes();
    effectiveFrom = from;
    runsFrom = text.from();
    runsUntil = text.until();
    nameId = text.name().id();
    nameEn = text.name().en();
    ruleType = text.rule().type();
    author = actor.username();
    authors.add(actor.username());
    changedAt = now;
  }

  /**
   * @param why the terms are meant as they are; may be empty
   */
  void submit(Actor actor, String why, Instant now) {
    require(VersionState.DRAFT);
    reason = why;
    state = VersionState.SUBMITTED;
    authors.add(actor.username());
    remark = "";
    changedAt = now;
  }

  /**
   * @param seen digest of the terms that the approver has read
   */
  void approve(Actor actor, String seen, String why, Instant now) {
    require(VersionState.SUBMITTED);
    authors.forEach(maker -> FourEyes.check(maker, actor));
    if (!digest().hex().equals(seen)) {
      throw Problem.conflict("program.changed-since");
    }
    state = VersionState.APPROVED;
    approver = actor.username();
    remark = why;
    changedAt = now;
  }

  void sendBack(String why, Instant now) {
    require(VersionState.SUBMITTED, VersionState.APPROVED);
    state = VersionState.DRAFT;
    approver = null;
    remark = why;
    changedAt = now;
  }

  void publish(Instant now) {
    require(VersionState.APPROVED);
    state = VersionState.PUBLISHED;
    publishedAt = now;
    changedAt = now;
    program.published();
  }

  void discard(Instant now) {
    require(VersionState.DRAFT, VersionState.SUBMITTED, VersionState.APPROVED);
    state = VersionState.DISCARDED;
    changedAt = now;
  }

  /**
   * @throws Problem 409 in any other state
   */
  void require(VersionState... allowed) {
    for (VersionState one : allowed) {
      if (state == one) {
        return;
      }
    }
    throw Problem.conflict("program.version-state").with("number", number).with("state", state);
  }

  Long id() {
    return id;
  }

  UUID uid() {
    return uid;
  }

  Program program() {
    return program;
  }

  int number() {
    return number;
  }

  VersionState state() {
    return state;
  }

  LocalDate effectiveFrom() {
    return effectiveFrom;
  }

  Terms terms() {
    return TermsJson.decode(terms);
  }

  Sha256 digest() {
    return Sha256.from(digest);
  }

  int revision() {
    return version;
  }
}
