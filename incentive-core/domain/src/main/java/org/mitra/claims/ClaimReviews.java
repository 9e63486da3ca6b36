package org.mitra.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.FourEyes;
import org.mitra.access.Role;
import org.mitra.accruals.Accruals;
import org.mitra.data.Fields;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.problem.Problem;

/**
 * What reviewers do with claims. Nobody reviews what he claimed himself, nor a sale that he
 * recorded; above an amount ({@link ReviewLevels}) a second person from finance has to agree.
 *
 * <p>Every decision names the version of the claim that the reviewer saw: a claim that changed
 * since is answered with 409, and nothing is stored.
 */
@ApplicationScoped
public class ClaimReviews {
  private static final int REASON = 1000;

  @Inject private ClaimRows rows;
  @Inject private ClaimItems items;
  @Inject private ClaimCheck check;
  @Inject private ClaimPrograms programs;
  @Inject private ClaimQueries queries;
  @Inject private UnitQueue queue;
  @Inject private ProgramBudget budget;
  @Inject private CameBack cameBack;
  @Inject private ReviewLevels levels;
  @Inject private Accruals accruals;

  /**
   * Approves what the check passed, but for the named rejections; what the check found wanting is
   * rejected with that reason. The units count from this transaction on.
   *
   * @throws Problem 403 for one's own claim or sale; 409 when the claim or the facts behind it
   *     changed; 422 when held units are not decided on, nothing is left to approve, or the
   *     program's budget is too short
   */
  @Transactional(rollbackOn = Exception.class)
  public ClaimSummary approve(Actor actor, UUID uid, ApproveClaim command) {
    Claim claim = open(actor, uid, Role.CHANNEL_MANAGER);
    rows.expect(claim, command.version(), ClaimState.IN_REVIEW);
    Map<Integer, String> reasons = command.reasons();
    List<ClaimItems.Item> all = items.of(claim.id());
    requirePositions(all, reasons.keySet());
    List<ClaimItems.Item> approved = new ArrayList<>();
    long undecided = 0;
    for (ClaimItems.Item item : all) {
      if (!reasons.containsKey(item.position())) {
        undecided += item.state() == ItemState.HELD ? 1 : 0;
        if (item.state() == ItemState.PASSED) {
          approved.add(item);
        }
      }
    }
    if (undecided > 0) {
      throw Problem.refused("claim.held-undecided").with("count", undecided);
    }
    List<Verdict> verdicts = checked(claim, approved);
    Money total = total(claim, verdicts);
    items.propose(claim.id(), reasons);
    if (levels.needsSecond(total)) {
      rows.move(claim, command.version(), ClaimState.IN_REVIEW, ClaimState.ENDORSED);
      rows.endorsedBy(claim, actor.username());
      rows.decide(claim, command.remark(), null);
      rows.happened(actor, claim.id(), "endorsed", "", false);
    } else {
      boolean whole = approved.size() == all.size();
      rows.move(claim, command.version(), ClaimState.IN_REVIEW, decided(whole));
      pay(actor, claim, verdicts, total, whole, command.remark());
    }
    return queries.summary(actor.scope(), uid);
  }

  /**
   * Agrees, as a second person, to what another reviewer approved.
   *
   * @throws Problem as {@link #approve}; 403 also for whoever approved it first
   */
  @Transactional(rollbackOn = Exception.class)
  public ClaimSummary confirm(Actor actor, UUID uid, Integer version) {
    Claim claim = open(actor, uid, Role.FINANCE);
    claim.endorsedBy().ifPresent(first -> FourEyes.check(first, actor));
    List<ClaimItems.Item> all = items.of(claim.id());
    List<ClaimItems.Item> approved =
        all.stream()
            .filter(item -> item.state() == ItemState.PASSED && item.rejected().isEmpty())
            .toList();
    boolean whole = approved.size() == all.size();
    rows.move(claim, version, Set.of(ClaimState.ENDORSED), decided(whole));
    List<Verdict> verdicts = checked(claim, approved);
    pay(actor, claim, verdicts, total(claim, verdicts), whole, claim.reason());
    return queries.summary(actor.scope(), uid);
  }

  /** Does not agree, as a second person: the claim goes back to the first reviewer. */
  @Transactional(rollbackOn = Exception.class)
  public ClaimSummary decline(Actor actor, UUID uid, Integer version, String reason) {
    String text = Fields.text(reason, REASON, "reason");
    Claim claim = open(actor, uid, Role.FINANCE);
    claim.endorsedBy().ifPresent(first -> FourEyes.check(first, actor));
    rows.move(claim, version, Set.of(ClaimState.ENDORSED), ClaimState.SUBMITTED);
    rows.endorsedBy(claim, null);
    rows.decide(claim, "", null);
    items.forgetProposals(claim.id());
    queue.take(List.of(claim.id()));
    rows.followHolds(claim.id());
    rows.happened(actor, claim.id(), "declined", text, true);
    return queries.summary(actor.scope(), uid);
  }

  /**
   * Gives the claim back to the partner, who may change and submit it again; its units are free.
   */
  @Transactional(rollbackOn = Exception.class)
  public ClaimSummary giveBack(Actor actor, UUID uid, Integer version, String reason) {
    String text = Fields.text(reason, REASON, "reason");
    Claim claim = open(actor, uid, Role.CHANNEL_MANAGER);
    rows.move(claim, version, ClaimState.IN_REVIEW, ClaimState.RETURNED);
    rows.decide(claim, text, null);
    queue.free(claim);
    rows.happened(actor, claim.id(), "returned", text, false);
    return queries.summary(actor.scope(), uid);
  }

  /** Rejects the claim for good; its units are free. */
  @Transactional(rollbackOn = Exception.class)
  public ClaimSummary reject(Actor actor, UUID uid, Integer version, String reason) {
    String text = Fields.text(reason, REASON, "reason");
    Claim claim = open(actor, uid, Role.CHANNEL_MANAGER);
    rows.move(claim, version, ClaimState.IN_REVIEW, ClaimState.REJECTED);
    items.reject(claim.id());
    rows.decide(claim, text, BigDecimal.ZERO);
    queue.free(claim);
    rows.happened(actor, claim.id(), "rejected", text, false);
    return queries.summary(actor.scope(), uid);
  }

  /** Checks all units again, by the facts as they are now. */
  @Transactional(rollbackOn = Exception.class)
  public ClaimSummary checkAgain(Actor actor, UUID uid, Integer version) {
    actor.require(Role.CHANNEL_MANAGER);
    Claim claim = rows.submitted(uid);
    queue.lock(claim.programId());
    rows.move(claim, version, ClaimState.IN_REVIEW, claim.state());
    List<ClaimItems.Item> known = items.of(claim.id());
    items.update(known, check.of(programs.known(claim), claim, asked(known)));
    queue.take(List.of(claim.id()));
    rows.followHolds(claim.id());
    rows.happened(actor, claim.id(), "checked", "", true);
    return queries.summary(actor.scope(), uid);
  }

  /**
   * Says, after a look, that units only look like others, and are units of their own.
   *
   * @param positions of items that are held because they look like others
   * @param remark why; for the vendor's people only
   */
  @Transactional(rollbackOn = Exception.class)
  public ClaimSummary clear(
      Actor actor, UUID uid, Integer version, Set<Integer> positions, String remark) {
    String text = Fields.text(remark, REASON, "remark");
    Claim claim = open(actor, uid, Role.CHANNEL_MANAGER);
    rows.move(claim, version, ClaimState.IN_REVIEW, claim.state());
    if (positions.isEmpty() || items.clear(claim.id(), positions) < positions.size()) {
      throw Problem.refused("claim.no-look-alike").at("/positions");
    }
    queue.take(List.of(claim.id()));
    rows.followHolds(claim.id());
    rows.happened(actor, claim.id(), "cleared", text, true);
    return queries.summary(actor.scope(), uid);
  }

  /** Leaves a note that partners never see. */
  @Transactional(rollbackOn = Exception.class)
  public void note(Actor actor, UUID uid, String text) {
    actor.require(Role.CHANNEL_MANAGER, Role.FINANCE);
    Claim claim = rows.submitted(uid);
    rows.happened(actor, claim.id(), "noted", Fields.text(text, REASON, "text"), true);
  }

  /** The claim, for somebody who may decide on it, with its units locked. */
  private Claim open(Actor actor, UUID uid, Role role) {
    actor.require(role);
    Claim claim = rows.submitted(uid);
    if (rows.isOwnOf(claim, actor.username())) {
      throw Problem.forbidden("claim.own").with("who", actor.displayName());
    }
    queue.lock(claim.programId());
    return rows.submitted(uid);
  }

  private static void requirePositions(List<ClaimItems.Item> all, Set<Integer> positions) {
    for (int position : positions) {
      if (position < 1 || position > all.size()) {
        throw Problem.refused("claim.no-item").with("position", position).at("/rejections");
      }
    }
  }

  /** Verdicts by the facts of now, with what each unit brings without those that are rejected. */
  private List<Verdict> checked(Claim claim, List<ClaimItems.Item> approved) {
    if (approved.isEmpty()) {
      throw Problem.refused("claim.nothing-approved");
    }
    List<Verdict> verdicts = check.of(programs.known(claim), claim, asked(approved));
    List<Verdict> failed = verdicts.stream().filter(Verdict::isFailed).toList();
    if (!failed.isEmpty()) {
      throw Problem.conflict("claim.check-changed")
          .with("count", failed.size())
          .with("unit", failed.get(0).unit().sameness());
    }
    items.update(approved, verdicts);
    return verdicts;
  }

  private static List<ClaimItems.Asked> asked(List<ClaimItems.Item> items) {
    return items.stream().map(ClaimItems.Item::asked).toList();
  }

  private static Money total(Claim claim, List<Verdict> verdicts) {
    Currency currency = Currency.of(Verdict.currency(verdicts, claim.currency()));
    return verdicts.stream()
        .map(verdict -> new Money(verdict.expected(), currency))
        .reduce(Money.zero(currency), Money::plus);
  }

  private static ClaimState decided(boolean whole) {
    return whole ? ClaimState.APPROVED : ClaimState.PARTLY_APPROVED;
  }

  /** Budget, units, entitlement and decision, in one transaction. */
  private void pay(
      Actor actor, Claim claim, List<Verdict> approved, Money total, boolean whole, String remark) {
    items.approve(claim.id());
    rows.decide(claim, remark, total.amount());
    Set<String> counted =
        accruals.admit(
            claim.uid(),
            claim.program(),
            claim.partnerId(),
            approved.stream().map(Verdict::admission).toList());
    if (!counted.isEmpty()) {
      throw Problem.conflict("claim.check-changed")
          .with("count", counted.size())
          .with("unit", counted.iterator().next());
    }
    // After the accruals' lock, in the order in which returns take both.
    budget.take(claim.programId(), total);
    cameBack.look(claim);
    queue.freeRejected(claim);
    rows.happened(actor, claim.id(), whole ? "approved" : "partly-approved", remark, false);
  }
}
