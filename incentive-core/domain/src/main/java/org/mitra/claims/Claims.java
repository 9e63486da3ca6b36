package org.mitra.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.claims.ClaimItems.Asked;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.Fields;
import org.mitra.data.ListQuery;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.documents.Documents;
import org.mitra.engine.CompiledProgram;
import org.mitra.problem.Problem;

/**
 * Claims, as partners make them and everybody reads them. Who reviews them goes through {@link
 * ClaimReviews}.
 */
@ApplicationScoped
public class Claims {
  @Inject private Sql sql;
  @Inject private ClaimRows rows;
  @Inject private ClaimItems items;
  @Inject private ClaimCheck check;
  @Inject private ClaimPrograms programs;
  @Inject private ClaimQueries queries;
  @Inject private WorthExplained worth;
  @Inject private UnitQueue queue;
  @Inject private Documents documents;
  @Inject private BusinessClock clock;

  /**
   * Claims, newest first; filters: number, state, holder, program, programName, partner,
   * partnerName, waitingDays.
   */
  @Transactional
  public Slice<ClaimSummary> list(PartnerScope scope, ListQuery query) {
    return queries.claims(scope).slice(sql, query);
  }

  @Transactional
  public Batch<ClaimSummary> batch(
      PartnerScope scope, String cursor, int size, Map<String, String> filters) {
    return queries.claims(scope).batch(sql, cursor, size, filters);
  }

  /**
   * @throws Problem 404 when there is none, or it is none of the reader's business
   */
  @Transactional
  public ClaimDetail get(PartnerScope scope, UUID uid) {
    ClaimSummary summary = queries.summary(scope, uid);
    Claim claim = rows.byUid(uid);
    return new ClaimDetail(
        summary,
        claim.remark(),
        scope.isEveryone() || claim.state() != ClaimState.ENDORSED ? claim.reason() : "",
        claim.state().isEditable()
            ? obstacles(claim).stream().map(queries::obstacle).toList()
            : List.of(),
        queries.proofs(scope, claim),
        worth.of(claim),
        queries.history(scope, claim.id()));
  }

  /**
   * What the actor's own claim says, to be changed and saved again.
   *
   * @throws Problem 404 for anybody else's; 409 when it is in review or decided
   */
  @Transactional
  public SaveClaim content(Actor actor, UUID uid) {
    Claim claim = rows.own(actor, uid);
    rows.expect(claim, claim.version(), ClaimState.EDITABLE);
    List<ClaimedUnit> units = items.of(claim.id()).stream().map(ClaimItems.Item::unit).toList();
    return new SaveClaim(
        claim.program(),
        claim.remark(),
        units.stream().filter(ClaimedUnit::isSerial).map(ClaimedUnit::serial).toList(),
        units.stream().filter(unit -> !unit.isSerial()).toList(),
        queries.documents(claim.id()),
        claim.version());
  }

  /** Units of a claim; filters: state, finding, name, product. */
  @Transactional
  public Slice<ClaimItem> items(PartnerScope scope, UUID uid, ListQuery query) {
    return queries.items(scope, uid).slice(sql, query);
  }

  @Transactional
  public Batch<ClaimItem> itemBatch(
      PartnerScope scope, UUID uid, String cursor, int size, Map<String, String> filters) {
    return queries.items(scope, uid).batch(sql, cursor, size, filters);
  }

  /** Programs in which the actor's partner can claim today, with what they ask for. */
  @Transactional
  public List<ClaimableProgram> programs(Actor actor) {
    return programs.of(actor.requirePartner().partnerId().getAsLong());
  }

  /**
   * Makes a draft, with its units checked.
   *
   * @return the draft with its number
   * @throws Problem 422 for a program without claims, or documents that are not the partner's
   */
  @Transactional(rollbackOn = Exception.class)
  public ClaimSummary draft(Actor actor, SaveClaim command) {
    PartnerScope partner = actor.requirePartner();
    CompiledProgram program = programs.require(command.program());
    long id =
        rows.insert(
            actor,
            programs.rowId(command.program()),
            partner.partnerId().getAsLong(),
            command.remark());
    Claim claim = rows.get(id);
    write(claim, program, command);
    rows.number(id);
    rows.happened(actor, id, "drafted", "", false);
    return queries.summary(partner, claim.uid());
  }

  /**
   * Changes a draft, or a claim that was returned.
   *
   * @throws Problem 409 when it is in review or decided, or was changed since
   */
  @Transactional(rollbackOn = Exception.class)
  public ClaimSummary change(Actor actor, UUID uid, SaveClaim command) {
    Claim claim = rows.own(actor, uid);
    if (!claim.program().equals(command.program())) {
      throw Problem.refused("claim.program-fixed").at("/program");
    }
    rows.move(claim, command.version(), ClaimState.EDITABLE, claim.state());
    rows.remark(claim, command.remark());
    write(claim, programs.require(command.program()), command);
    rows.happened(actor, claim.id(), "changed", "", false);
    return queries.summary(actor.scope(), uid);
  }

  private void write(Claim claim, CompiledProgram program, SaveClaim command) {
    List<ClaimedUnit> units = command.units();
    List<Asked> asked = new ArrayList<>(units.size());
    Map<String, Instant> submitted = items.submittedBefore(claim.id());
    for (ClaimedUnit unit : units) {
      asked.add(
          new Asked(
              asked.size() + 1, unit, Optional.ofNullable(submitted.get(unit.sameness())), false));
    }
    List<Verdict> verdicts = check.of(program, claim, asked);
    items.replace(claim.id(), asked, verdicts);
    rows.currency(claim, Verdict.currency(verdicts, claim.currency()));
    attach(claim, command.documents());
    queue.look(List.of(claim.id()));
  }

  private void attach(Claim claim, List<UUID> uids) {
    if (documents.of(claim.partnerId(), uids).size() != uids.size()) {
      throw Problem.refused("claim.document-unknown").at("/documents");
    }
    sql.update("DELETE FROM claim_document WHERE claim_id = ?", claim.id());
    sql.batch(
        "INSERT INTO claim_document (claim_id, document_uid) VALUES (?, ?)",
        uids.stream().map(uid -> new Object[] {claim.id(), uid}).toList());
  }

  /**
   * Submits a claim: its units are checked again and taken, so that nobody else gets them. What the
   * check finds wanting stays in the claim and is named; what another claim has already waits for
   * it.
   *
   * @param version that the actor saw
   * @throws Problem 409 when it was submitted or changed since; 422 when nothing of it can be paid,
   *     a proof is missing, the program is closed or the partner not active
   */
  @Transactional(rollbackOn = Exception.class)
  public ClaimSummary submit(Actor actor, UUID uid, Integer version) {
    Claim claim = rows.own(actor, uid);
    queue.lock(claim.programId());
    rows.move(claim, version, ClaimState.EDITABLE, ClaimState.SUBMITTED);
    List<ClaimItems.Item> known = items.of(claim.id());
    CompiledProgram program = programs.require(claim.program());
    List<Verdict> verdicts =
        check.of(program, claim, known.stream().map(ClaimItems.Item::asked).toList());
    items.update(known, verdicts);
    items.markSubmitted(claim.id(), clock.now());
    rows.currency(claim, Verdict.currency(verdicts, claim.currency()));
    rows.markSubmitted(claim, actor);
    queue.take(List.of(claim.id()));
    obstacles(claim).stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw problem;
            });
    rows.followHolds(claim.id());
    rows.happened(actor, claim.id(), "submitted", "", false);
    return queries.summary(actor.scope(), uid);
  }

  /**
   * Takes a claim back; its units are free again.
   *
   * @throws Problem 409 when it is decided already, or was changed since
   */
  @Transactional(rollbackOn = Exception.class)
  public ClaimSummary withdraw(Actor actor, UUID uid, Integer version, String remark) {
    String text = Fields.optional(remark, 1000, "remark");
    Claim claim = rows.own(actor, uid);
    queue.lock(claim.programId());
    rows.move(claim, version, ClaimState.WITHDRAWABLE, ClaimState.WITHDRAWN);
    queue.free(claim);
    rows.happened(actor, claim.id(), "withdrawn", text, false);
    return queries.summary(actor.scope(), uid);
  }

  /** Why the claim cannot be submitted as it is stored. */
  private List<Problem> obstacles(Claim claim) {
    List<Problem> obstacles = new ArrayList<>();
    if (!claim.partnerActive()) {
      obstacles.add(Problem.refused("claim.partner-inactive").with("partner", claim.partner()));
    }
    if (!claim.programOpen()) {
      obstacles.add(Problem.refused("claim.program-closed").with("program", claim.program()));
    }
    Set<LocalDate> days = items.payableDays(claim.id());
    if (days.isEmpty()) {
      obstacles.add(Problem.refused("claim.nothing-payable"));
    }
    if (programs.needsProof(claim.program(), days) && !hasDocument(claim)) {
      obstacles.add(Problem.refused("claim.proof-missing").at("/documents"));
    }
    return obstacles;
  }

  private boolean hasDocument(Claim claim) {
    return !sql.rows(
            row -> row.uuid("document_uid"),
            "SELECT document_uid FROM claim_document WHERE claim_id = ? LIMIT 1",
            claim.id())
        .isEmpty();
  }
}
