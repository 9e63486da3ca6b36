package org.mitra.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.data.ListQuery;
import org.mitra.data.Slice;
import org.mitra.data.Uids;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Finding;
import org.mitra.engine.Settles;
import org.mitra.engine.Terms;
import org.mitra.event.DomainEvent;
import org.mitra.problem.Problem;
import org.mitra.programs.findings.Findings;
import org.mitra.programs.terms.Clause;
import org.mitra.programs.terms.TermsInWords;
import org.mitra.programs.terms.TermsJson;

/**
 * Programs and the life of their versions: draft, submitted, approved by somebody else, published.
 * What is published never changes and cannot be deleted; an amendment is a new version that holds
 * from a later period on.
 */
@ApplicationScoped
public class Programs {
  private static final int LONGEST_REMARK = 1000;

  @Inject private BusinessClock clock;
  @Inject private Findings findings;
  @Inject private Event<DomainEvent> events;
  @Inject private ProgramRepository programs;
  @Inject private ProgramReader reader;
  @Inject private CompiledPrograms compiledPrograms;
  @Inject private ProgramBudgets budgets;
  @Inject private Retroaction retroaction;
  @Inject private PartnerPrograms partnerPrograms;

  /**
   * Creates a program as a draft. The code of a program that was given up before it was ever
   * published can be used again.
   *
   * @throws Problem 409 when the code is taken
   */
  @Transactional(rollbackOn = Exception.class)
  public ProgramRef create(Actor actor, CreateProgram command) {
    actor.require(Role.CHANNEL_MANAGER);
    reader.requireKnown(command.terms());
    Program program = programs.begin(actor, command.code());
    return draft(actor, "program.created", program, command.terms(), command.terms().from());
  }

  private ProgramRef draft(
      Actor actor, String event, Program program, Terms terms, LocalDate effectiveFrom) {
    int number =
        programs.versions(program).stream().mapToInt(ProgramVersion::number).max().orElse(0) + 1;
    ProgramVersion version = new ProgramVersion(Uids.next(clock.now()), program, number);
    version.write(actor, terms, effectiveFrom, clock.now());
    programs.add(version);
    return done(actor, event, version);
  }

  /**
   * Replaces the terms of a draft.
   *
   * @throws Problem 409 when somebody changed it since it was read, or it is no draft
   */
  @Transactional(rollbackOn = Exception.class)
  public ProgramRef edit(Actor actor, EditDraft command) {
    actor.require(Role.CHANNEL_MANAGER);
    ProgramVersion version = programs.versionToChange(command.version());
    version.require(VersionState.DRAFT);
    if (version.revision() != command.revision()) {
      throw Problem.conflict("stale");
    }
    reader.requireKnown(command.terms());
    LocalDate from = command.terms().from();
    if (programs.newestPublished(version.program()).isPresent()) {
      from = command.effectiveFrom() == null ? version.effectiveFrom() : command.effectiveFrom();
    }
    checkAmendment(version.program(), command.terms(), from);
    version.write(actor, command.terms(), from, clock.now());
    return done(actor, "program.edited", version);
  }

  /** Hands in a draft about which nothing was found that needs a reason. */
  @Transactional(rollbackOn = Exception.class)
  public ProgramRef submit(Actor actor, UUID versionId) {
    return submit(actor, versionId, "");
  }

  /**
   * Hands a draft in for approval.
   *
   * @param reason why the terms are meant so, where something was found about them; may be empty
   * @throws Problem 422 for findings that block, or that need a reason and have none
   */
  @Transactional(rollbackOn = Exception.class)
  public ProgramRef submit(Actor actor, UUID versionId, String reason) {
    actor.require(Role.CHANNEL_MANAGER);
    ProgramVersion version = programs.versionToChange(versionId);
    version.require(VersionState.DRAFT);
    checkAmendment(version.program(), version.terms(), version.effectiveFrom());
    checkReported(version);
    checkKept(version.terms());
    String why = Fields.optional(reason, LONGEST_REMARK, "reason");
    Findings.pass(found(version), why);
    version.submit(actor, why, clock.now());
    return done(actor, "program.submitted", version, "reason", why);
  }

  private List<Finding> found(ProgramVersion version) {
    return findings.of(
        version.program().code(), version.terms(), version.effectiveFrom(), compiledPrograms.all());
  }

  /** What is found about a version that is not published yet. */
  @Transactional
  public List<Finding> findings(Actor actor, UUID versionId) {
    ProgramDetail program = reader.ofVersion(actor, versionId);
    VersionDetail version =
        program.versions().stream()
            .filter(one -> one.uid().equals(versionId))
            .findFirst()
            .orElseThrow();
    return findings.of(
        program.code(),
        TermsJson.decode(version.terms(), ""),
        version.effectiveFrom(),
        compiledPrograms.all());
  }

  /** What is found about terms that are not stored yet. */
  @Transactional
  public List<Finding> findings(Actor actor, Terms terms) {
    actor.require(Role.STAFF.toArray(new Role[0]));
    return findings.of("", terms, terms.from(), compiledPrograms.all());
  }

  /**
   * Approves what somebody else submitted.
   *
   * @param digest of the terms that the approver has read
   * @throws Problem 403 for anybody who had a hand in it, 409 when it was changed since it was read
   */
  @Transactional(rollbackOn = Exception.class)
  public ProgramRef approve(Actor actor, UUID versionId, String digest, String remark) {
    actor.require(Role.CHANNEL_MANAGER, Role.FINANCE);
    ProgramVersion version = programs.versionToChange(versionId);
    String text = Fields.optional(remark, LONGEST_REMARK, "remark");
    version.approve(actor, digest, text, clock.now());
    return done(actor, "program.approved", version, "remark", text);
  }

  /** Makes a draft of it again, with the reason. */
  @Transactional(rollbackOn = Exception.class)
  public ProgramRef sendBack(Actor actor, UUID versionId, String reason) {
    actor.require(Role.CHANNEL_MANAGER, Role.FINANCE);
    ProgramVersion version = programs.versionToChange(versionId);
    String text = Fields.text(reason, LONGEST_REMARK, "reason");
    version.sendBack(text, clock.now());
    return done(actor, "program.sent-back", version, "reason", text);
  }

  /**
   * Lets approved terms hold from their day on, for good.
   *
   * @throws Problem 409 when another version was published in the meantime, 422 when the day has
   *     come too close
   */
  @Transactional(rollbackOn = Exception.class)
  public ProgramRef publish(Actor actor, UUID versionId) {
    actor.require(Role.CHANNEL_MANAGER);
    ProgramVersion version = programs.versionToChange(versionId);
    version.require(VersionState.APPROVED);
    Program program = version.program();
    Terms terms = version.terms();
    checkAmendment(program, terms, version.effectiveFrom());
    checkReported(version);
    findings.unblocked(program.code(), terms, version.effectiveFrom(), compiledPrograms.all());
    version.publish(clock.now());
    programs.flush();
    budgets.set(program.id(), terms);
    compiledPrograms.changed();
    return done(
        actor, "program.published", version, "effectiveFrom", version.effectiveFrom().toString());
  }

  /** Gives a version up that was never published. */
  @Transactional(rollbackOn = Exception.class)
  public ProgramRef discard(Actor actor, UUID versionId) {
    actor.require(Role.CHANNEL_MANAGER);
    ProgramVersion version = programs.versionToChange(versionId);
    boolean neverPublished = programs.newestPublished(version.program()).isEmpty();
    version.discard(clock.now());
    if (neverPublished) {
      version.program().discarded();
    }
    return done(actor, "program.discarded", version);
  }

  /**
   * Begins a new version from the newest published one.
   *
   * @param effectiveFrom start of the period from which it shall hold; null for the next to come
   * @throws Problem 409 while another version is being worked on
   */
  @Transactional(rollbackOn = Exception.class)
  public ProgramRef amend(Actor actor, UUID programId, LocalDate effectiveFrom) {
    actor.require(Role.CHANNEL_MANAGER);
    Program program = programs.programToChange(programId);
    program.require(ProgramState.PUBLISHED);
    if (programs.versions(program).stream().anyMatch(version -> version.state().isOpen())) {
      throw Problem.conflict("program.version-open").with("code", program.code());
    }
    ProgramVersion published = programs.newestPublished(program).orElseThrow();
    Terms terms = published.terms();
    LocalDate from =
        effectiveFrom == null
            ? Amendments.earliest(terms, published.effectiveFrom(), clock.today(terms.zone()))
            : effectiveFrom;
    // With the last period to come only a longer program has room: its draft says until when.
    Amendments.checkDate(terms, published.effectiveFrom(), from, clock.today(terms.zone()));
    return draft(actor, "program.amended", program, terms, from);
  }

  /** Begins a new program with the same terms, and with nothing else of the old one. */
  @Transactional(rollbackOn = Exception.class)
  public ProgramRef copy(Actor actor, UUID programId, String code) {
    actor.require(Role.CHANNEL_MANAGER);
    List<ProgramVersion> versions = programs.versions(programs.program(programId));
    Terms terms = versions.get(versions.size() - 1).terms();
    Program copy = programs.begin(actor, BusinessKey.require(code, "code"));
    return draft(actor, "program.copied", copy, terms, terms.from());
  }

  /**
   * Ends a program: with the period that runs today, or at once when it has not begun or is over.
   * Its past periods are still computed.
   */
  @Transactional(rollbackOn = Exception.class)
  public ProgramRef close(Actor actor, UUID programId) {
    actor.require(Role.CHANNEL_MANAGER);
    Program program = programs.programToChange(programId);
    ProgramVersion newest = programs.newestPublished(program).orElseThrow(Problem::notFound);
    Terms terms = newest.terms();
    LocalDate today = clock.today(terms.zone());
    LocalDate from = terms.term().contains(today) ? terms.periodOf(today).end() : terms.until();
    if (today.isBefore(terms.from())) {
      from = terms.from();
    }
    program.closed(from);
    programs.flush();
    compiledPrograms.changed();
    return done(actor, "program.closed", newest, "closedFrom", from.toString());
  }

  private void checkAmendment(Program program, Terms terms, LocalDate from) {
    Optional<ProgramVersion> published = programs.newestPublished(program);
    if (published.isPresent()) {
      Terms before = published.get().terms();
      LocalDate today = clock.today(before.zone());
      Amendments.check(before, published.get().effectiveFrom(), terms, from, today);
    }
  }

  /** Nothing is promised that nobody keeps. */
  private static void checkKept(Terms terms) {
    if (terms.settles() == Settles.POINTS) {
      throw Problem.refused("program.points").at("/terms/settles");
    }
  }

  /** Terms for a period that has begun may not take away what sales have earned in it. */
  private void checkReported(ProgramVersion version) {
    Terms terms = version.terms();
    boolean begun = !version.effectiveFrom().isAfter(clock.today(terms.zone()));
    String code = version.program().code();
    Optional<CompiledProgram> before = compiledPrograms.find(code);
    if (begun && before.isPresent()) {
      retroaction.check(
          before.get(),
          compiledPrograms.amended(code, terms, version.effectiveFrom()),
          version.effectiveFrom());
    }
  }

  private ProgramRef done(Actor actor, String event, ProgramVersion version, String... facts) {
    programs.flush();
    List<String> told = new ArrayList<>(Arrays.asList(facts));
    told.addAll(
        List.of("version", Integer.toString(version.number()), "digest", version.digest().hex()));
    Program program = version.program();
    events.fire(DomainEvent.of(actor, event, program.code(), told.toArray(new String[0])));
    return new ProgramRef(program.uid(), program.code(), version.uid(), version.number());
  }

  /**
   * All programs that sales or claims may concern, closed ones too. Cheap: read when it changed.
   */
  @Transactional
  public List<CompiledProgram> compiled() {
    return compiledPrograms.all();
  }

  /** The published program with the code. */
  @Transactional
  public Optional<CompiledProgram> compiled(String code) {
    return compiledPrograms.find(code);
  }

  @Transactional
  public Slice<ProgramSummary> list(Actor actor, ListQuery query) {
    return reader.list(actor, query);
  }

  @Transactional
  public Batch<ProgramSummary> batch(
      Actor actor, String cursor, int size, Map<String, String> filters) {
    return reader.batch(actor, cursor, size, filters);
  }

  /**
   * @throws Problem 404 when there is no such program
   */
  @Transactional
  public ProgramDetail get(Actor actor, UUID program) {
    return reader.get(actor, program);
  }

  /** The program that the version belongs to. */
  @Transactional
  public ProgramDetail ofVersion(Actor actor, UUID version) {
    return reader.ofVersion(actor, version);
  }

  /** Terms as sentences for the vendor's people, with products and groups by their names. */
  @Transactional
  public List<Clause> words(Actor actor, Terms terms, Locale locale) {
    actor.require(Role.STAFF.toArray(new Role[0]));
    return reader.words(terms, locale, TermsInWords.Reader.HOUSE);
  }

  /** How many partners are in scope today. */
  @Transactional
  public long reach(Actor actor, Terms terms) {
    return reader.reach(actor, terms);
  }

  /** Programs that concern the partner: open to him as he stands today, or he is enrolled. */
  @Transactional
  public List<PartnerProgram> concerning(PartnerScope partner, Locale locale) {
    return partnerPrograms.concerning(partner, locale);
  }

  /**
   * @throws Problem 404 when the program does not concern him
   */
  @Transactional
  public PartnerProgram concerning(PartnerScope partner, UUID program, Locale locale) {
    return partnerPrograms.concerning(partner, program, locale).orElseThrow(Problem::notFound);
  }
}
