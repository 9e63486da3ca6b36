package org.mitra.funds.activities;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.mitra.data.UuidConverter;
import org.mitra.problem.Problem;

/** An activity and the ways that lead from one of its states to the next. */
@Entity
@Table(name = "fund_activity")
class FundActivity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Convert(converter = UuidConverter.class)
  @Column(nullable = false, updatable = false)
  private UUID uid;

  @Column(name = "fund_id", nullable = false, updatable = false)
  private long fundId;

  @Column(name = "partner_id", nullable = false, updatable = false)
  private long partnerId;

  @Column(nullable = false)
  private String title;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private ActivityKind kind;

  @Column(nullable = false)
  private String description;

  @Column(name = "starts_on", nullable = false)
  private LocalDate startsOn;

  @Column(name = "ends_on", nullable = false)
  private LocalDate endsOn;

  @Column(name = "planned_cost", nullable = false)
  private BigDecimal plannedCost;

  @Column(nullable = false)
  private BigDecimal requested;

  @Column(nullable = false)
  private BigDecimal approved = BigDecimal.ZERO;

  @Column(nullable = false)
  private BigDecimal reimbursed = BigDecimal.ZERO;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private ActivityState state = ActivityState.DRAFT;

  @Column(name = "version_id")
  private Long versionId;

  @Column(name = "claim_by")
  private LocalDate claimBy;

  @Column(name = "claim_until")
  private Instant claimUntil;

  @Column(nullable = false)
  private boolean extended;

  @Column(nullable = false)
  private int claims;

  @Column(name = "requested_by", nullable = false, updatable = false)
  private String requestedBy;

  @Column(name = "requested_at", nullable = false, updatable = false)
  private Instant requestedAt;

  @Column(name = "requested_on", nullable = false, updatable = false)
  private LocalDate requestedOn;

  @Column(name = "pre_approved_by")
  private String preApprovedBy;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Version private int version;

  protected FundActivity() {}

  FundActivity(
      UUID uid,
      long fundId,
      long partnerId,
      SaveActivity command,
      String requestedBy,
      Instant now,
      LocalDate today) {
    this.uid = uid;
    this.fundId = fundId;
    this.partnerId = partnerId;
    this.requestedBy = requestedBy;
    this.requestedAt = now;
    this.requestedOn = today;
    write(command, now);
  }

  private void write(SaveActivity command, Instant now) {
    title = command.title();
    kind = command.kind();
    description = command.description();
    startsOn = command.startsOn();
    endsOn = command.endsOn();
    plannedCost = command.plannedCost();
    requested = command.requested();
    changedAt = now;
  }

  /**
   * @throws Problem 409 unless the activity is as it was seen
   */
  void expect(int seen) {
    if (seen != version) {
      throw Problem.conflict("stale");
    }
  }

  /**
   * @throws Problem 409 unless it is in one of the states
   */
  void require(ActivityState... allowed) {
    if (!Arrays.asList(allowed).contains(state)) {
      throw Problem.conflict("fund-activity.state").with("state", state);
    }
  }

  private void move(ActivityState next, Instant now, ActivityState... allowed) {
    require(allowed);
    state = next;
    changedAt = now;
  }

  void change(SaveActivity command, Instant now) {
    require(ActivityState.DRAFT, ActivityState.RETURNED);
    write(command, now);
  }

  void submit(Instant now) {
    move(ActivityState.SUBMITTED, now, ActivityState.DRAFT, ActivityState.RETURNED);
  }

  void giveBack(Instant now) {
    move(ActivityState.RETURNED, now, ActivityState.SUBMITTED);
  }

  void reject(Instant now) {
    move(ActivityState.REJECTED, now, ActivityState.SUBMITTED);
  }

  /** The partner gives it up; not after he was paid a part, and not while a claim is decided. */
  void withdraw(Instant now) {
    if (reimbursed.signum() > 0) {
      throw Problem.conflict("fund-activity.partly-paid");
    }
    move(
        ActivityState.WITHDRAWN,
        now,
        ActivityState.DRAFT,
        ActivityState.SUBMITTED,
        ActivityState.RETURNED,
        ActivityState.APPROVED,
        ActivityState.EXECUTED);
  }

  /**
   * @param termsVersion row id of the program version whose rule is promised
   * @param lastDay for claims
   * @param until the first instant after it
   */
  void approve(
      BigDecimal amount,
      String approver,
      long termsVersion,
      LocalDate lastDay,
      Instant until,
      Instant now) {
    move(ActivityState.APPROVED, now, ActivityState.SUBMITTED);
    approved = amount;
    preApprovedBy = approver;
    versionId = termsVersion;
    claimBy = lastDay;
    claimUntil = until;
  }

  void extend(LocalDate lastDay, Instant until, Instant now) {
    require(ActivityState.APPROVED, ActivityState.EXECUTED);
    if (extended) {
      throw Problem.conflict("fund-activity.extended-before");
    }
    extended = true;
    allowClaimsUntil(lastDay, until, now);
  }

  private void allowClaimsUntil(LocalDate lastDay, Instant until, Instant now) {
    claimBy = lastDay;
    claimUntil = until;
    changedAt = now;
  }

  void execute(Instant now) {
    move(ActivityState.EXECUTED, now, ActivityState.APPROVED);
  }

  /** The number of the claim. */
  int claim(Instant now) {
    move(ActivityState.CLAIMED, now, ActivityState.EXECUTED);
    claims++;
    return claims;
  }

  /** The claim came back; there is time to claim again. */
  void giveClaimBack(LocalDate lastDay, Instant until, Instant now) {
    move(ActivityState.EXECUTED, now, ActivityState.CLAIMED);
    if (until.isAfter(claimUntil)) {
      allowClaimsUntil(lastDay, until, now);
    }
  }

  /** Paid a part or all of it; done unless another claim follows. */
  void reimburse(BigDecimal amount, boolean moreToCome, Instant now) {
    boolean more = moreToCome && reimbursed.add(amount).compareTo(approved) < 0;
    move(more ? ActivityState.EXECUTED : ActivityState.REIMBURSED, now, ActivityState.CLAIMED);
    reimbursed = reimbursed.add(amount);
  }

  /** The claim was refused, and with it what is left of the promise. */
  void rejectClaim(Instant now) {
    move(
        reimbursed.signum() > 0 ? ActivityState.REIMBURSED : ActivityState.REJECTED,
        now,
        ActivityState.CLAIMED);
  }

  /** Nothing more will be claimed. */
  void close(Instant now) {
    if (reimbursed.signum() == 0) {
      throw Problem.conflict("fund-activity.nothing-paid");
    }
    move(ActivityState.REIMBURSED, now, ActivityState.EXECUTED);
  }

  /** The last day for claims is over. */
  void expire(Instant now) {
    move(
        reimbursed.signum() > 0 ? ActivityState.REIMBURSED : ActivityState.EXPIRED,
        now,
        ActivityState.APPROVED,
        ActivityState.EXECUTED);
  }

  boolean isLate(Instant now) {
    return claimUntil != null && !now.isBefore(claimUntil);
  }

  BigDecimal approvedLeft() {
    return approved.subtract(reimbursed);
  }

  long id() {
    return id;
  }

  UUID uid() {
    return uid;
  }

  long fundId() {
    return fundId;
  }

  long partnerId() {
    return partnerId;
  }

  String title() {
    return title;
  }

  LocalDate startsOn() {
    return startsOn;
  }

  LocalDate endsOn() {
    return endsOn;
  }

  BigDecimal requested() {
    return requested;
  }

  ActivityState state() {
    return state;
  }

  Long versionId() {
    return versionId;
  }

  LocalDate claimBy() {
    return claimBy;
  }

  int claims() {
    return claims;
  }

  String requestedBy() {
    return requestedBy;
  }

  String preApprovedBy() {
    return preApprovedBy;
  }
}
