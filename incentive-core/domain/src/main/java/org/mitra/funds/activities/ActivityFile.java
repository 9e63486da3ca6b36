package org.mitra.funds.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.documents.Documents;
import org.mitra.event.DomainEvent;
import org.mitra.funds.Commitments;
import org.mitra.money.Currency;
import org.mitra.money.Decimals;
import org.mitra.problem.Problem;

/** What all commands about activities share: finding them, attaching files, telling the story. */
@ApplicationScoped
class ActivityFile {
  @PersistenceContext private EntityManager entityManager;
  @Inject private Sql sql;
  @Inject private ActivityRows rows;
  @Inject private Documents documents;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * The activity, as it was seen, for the vendor's people who may decide.
   *
   * @throws Problem 403 without the role, 404 for an unknown one, 409 when it changed since
   */
  FundActivity toDecide(Actor actor, UUID uid, int version) {
    actor.require(Role.CHANNEL_MANAGER, Role.FINANCE);
    return seen(find(uid), version);
  }

  /**
   * The actor's own partner's activity, as it was seen.
   *
   * @throws Problem 404 when it is none of his, 409 when it changed since
   */
  FundActivity own(Actor actor, UUID uid, int version) {
    long partner = actor.requirePartner().partnerId().getAsLong();
    FundActivity activity = find(uid);
    if (activity.partnerId() != partner) {
      throw Problem.notFound();
    }
    return seen(activity, version);
  }

  private static FundActivity seen(FundActivity activity, int version) {
    activity.expect(version);
    return activity;
  }

  private FundActivity find(UUID uid) {
    return entityManager
        .createQuery("SELECT a FROM FundActivity a WHERE a.uid = :uid", FundActivity.class)
        .setParameter("uid", uid)
        .getResultStream()
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  FundActivity find(long id) {
    return entityManager.find(FundActivity.class, id);
  }

  void add(FundActivity activity) {
    entityManager.persist(activity);
    entityManager.flush();
  }

  static Commitments.Activity promised(FundActivity activity) {
    return new Commitments.Activity(
        activity.fundId(), activity.id(), activity.uid(), activity.title());
  }

  Currency currency(long fundId) {
    return sql.row(
            row -> Currency.of(row.text("currency")),
            "SELECT currency FROM fund WHERE id = ?",
            fundId)
        .orElseThrow();
  }

  long programId(long fundId) {
    return sql.row(
            row -> row.number("program_id"), "SELECT program_id FROM fund WHERE id = ?", fundId)
        .orElseThrow();
  }

  /**
   * Attaches files of the partner, instead of those that were attached.
   *
   * @param claim number of the claim; 0 for the request
   * @throws Problem 404 when one of them is not his
   */
  void attach(FundActivity activity, int claim, List<UUID> uids) {
    if (documents.of(activity.partnerId(), uids).size() != uids.size()) {
      throw Problem.notFound();
    }
    sql.update(
        "DELETE FROM fund_activity_document WHERE activity_id = ? AND claim = ?",
        activity.id(),
        claim);
    sql.batch(
        "INSERT INTO fund_activity_document (activity_id, claim, document_uid) VALUES (?, ?, ?)",
        uids.stream().map(uid -> new Object[] {activity.id(), claim, uid}).toList());
  }

  /**
   * Stores what was changed, before money follows: of several who decide the same at once, one goes
   * on, and the others learn that somebody was faster.
   *
   * <p>The fund is locked first. The database looks at its row when an activity's state changes, so
   * two who stored first and asked for the money then would each wait for the other.
   */
  void store(FundActivity activity) {
    sql.row(
        row -> row.number("id"), "SELECT id FROM fund WHERE id = ? FOR UPDATE", activity.fundId());
    entityManager.flush();
  }

  /** Stores what was changed and writes it into the activity's story. */
  FundActivitySummary told(Actor actor, FundActivity activity, String action) {
    return told(actor, activity, action, null, null, "");
  }

  /**
   * Stores what was changed and writes it into the activity's story.
   *
   * @param action past participle, such as SUBMITTED
   * @param amount that it is about; null for none
   * @param day that was set; null for none
   */
  FundActivitySummary told(
      Actor actor,
      FundActivity activity,
      String action,
      BigDecimal amount,
      LocalDate day,
      String reason) {
    entityManager.flush();
    sql.update(
        "INSERT INTO fund_activity_event (activity_id, action, state, amount, day, reason, actor,"
            + " actor_name, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        activity.id(),
        action,
        activity.state(),
        amount,
        day,
        reason,
        actor.username(),
        actor.displayName(),
        clock.now());
    FundActivitySummary now = rows.summary(actor.scope(), activity.uid());
    events.fire(
        DomainEvent.of(
            actor,
            "fund-activity." + action.toLowerCase(Locale.ROOT).replace('_', '-'),
            activity.uid(),
            "number",
            now.number(),
            "title",
            now.title(),
            "partner",
            now.partnerCode(),
            "state",
            activity.state().name(),
            "amount",
            amount == null ? "" : Decimals.plain(amount),
            "currency",
            now.currency(),
            "day",
            day == null ? "" : day.toString(),
            "reason",
            reason));
    return now;
  }
}
