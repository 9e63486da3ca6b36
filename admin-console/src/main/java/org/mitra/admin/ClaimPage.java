package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.claims.ApproveClaim;
import org.mitra.claims.ClaimDetail;
import org.mitra.claims.ClaimItem;
import org.mitra.claims.ClaimReviews;
import org.mitra.claims.ClaimState;
import org.mitra.claims.ClaimSummary;
import org.mitra.claims.Claims;
import org.mitra.claims.ItemState;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.problem.Problem;
import org.mitra.web.LazyList;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/**
 * The review of one claim: what the check found, the proofs, and the decision. Decisions name the
 * version that the page showed.
 */
@Named
@ViewScoped
public class ClaimPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Set<String> LOOK_ALIKES = Set.of("look-alike", "look-alike-here");

  @Inject private transient Claims claims;
  @Inject private transient ClaimReviews reviews;
  @Inject private transient Idempotency idempotency;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  /** Of this page: a decision that is sent twice is carried out once. */
  private final String key = UUID.randomUUID().toString();

  /** What the reviewer does not approve, by position. */
  private final TreeMap<Integer, String> reasons = new TreeMap<>();

  private String id;
  private String message;
  private String internal;
  private transient ClaimDetail claim;
  private transient LazyList<ClaimItem> items;

  public void open() {
    UUID uid = Uids.parse(id);
    claim = claims.get(visitor.actor().scope(), uid);
    items =
        new LazyList<>(
            query -> claims.items(visitor.actor().scope(), uid, query), ClaimItem::position);
  }

  public void approve() {
    ApproveClaim command =
        new ApproveClaim(
            version(),
            message,
            rejected().entrySet().stream()
                .map(each -> new ApproveClaim.Rejection(each.getKey(), each.getValue()))
                .toList());
    once("approve", command, () -> reviews.approve(actor(), uid(), command));
    done("claim.decided");
  }

  public void confirm() {
    once("confirm", version(), () -> reviews.confirm(actor(), uid(), version()));
    done("claim.decided");
  }

  private void once(String what, Object command, Supplier<ClaimSummary> decision) {
    idempotency.once(actor(), key, List.of(what, uid(), command), ClaimSummary.class, decision);
  }

  public void decline() {
    at("/message", () -> reviews.decline(actor(), uid(), version(), message));
    done("claim.declined");
  }

  public void giveBack() {
    at("/message", () -> reviews.giveBack(actor(), uid(), version(), message));
    done("claim.given-back");
  }

  public void reject() {
    at("/message", () -> reviews.reject(actor(), uid(), version(), message));
    done("claim.rejected");
  }

  public void checkAgain() {
    reviews.checkAgain(actor(), uid(), version());
    done("claim.checked");
  }

  /** Says that a unit which looks like another is one of its own. */
  public void clear(int position) {
    at("/internal", () -> reviews.clear(actor(), uid(), version(), Set.of(position), internal));
    done("claim.cleared");
  }

  public void note() {
    at("/internal", () -> reviews.note(actor(), uid(), internal));
    done("claim.noted");
  }

  /** A text that is missing or wrong is told at the field where this page asks for it. */
  private static void at(String field, Runnable step) {
    try {
      step.run();
    } catch (Problem problem) {
      throw problem.code().startsWith("field.") ? problem.at(field) : problem;
    }
  }

  private void done(String notice) {
    notices.tell(notice);
    notices.open("/claim?id=" + id);
  }

  private Actor actor() {
    return visitor.actor();
  }

  private UUID uid() {
    return claim.summary().uid();
  }

  private int version() {
    return claim.summary().version();
  }

  private Map<Integer, String> rejected() {
    Map<Integer, String> rejected = new TreeMap<>();
    reasons.forEach(
        (position, reason) -> {
          if (reason != null && !reason.isBlank()) {
            rejected.put(position, reason);
          }
        });
    return rejected;
  }

  public ClaimDetail getClaim() {
    return claim;
  }

  public LazyList<ClaimItem> getItems() {
    return items;
  }

  /** How many units the reviewer rejects so far. */
  public int getRejections() {
    return rejected().size();
  }

  public boolean isReviewing() {
    return claim.summary().state().isInReview() && actor().has(Role.CHANNEL_MANAGER);
  }

  /** Whether the second person decides here. */
  public boolean isConfirming() {
    return claim.summary().state() == ClaimState.ENDORSED && actor().has(Role.FINANCE);
  }

  public boolean isNoting() {
    return actor().hasAny(Role.CHANNEL_MANAGER, Role.FINANCE);
  }

  public boolean looksLike(ClaimItem item) {
    return item.state() == ItemState.HELD && LOOK_ALIKES.contains(item.finding());
  }

  public ItemState[] getItemStates() {
    return ItemState.values();
  }

  public Map<Integer, String> getReasons() {
    return reasons;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getMessage() {
    return message;
  }

  public void setMessage(String message) {
    this.message = message;
  }

  public String getInternal() {
    return internal;
  }

  public void setInternal(String internal) {
    this.internal = internal;
  }
}
