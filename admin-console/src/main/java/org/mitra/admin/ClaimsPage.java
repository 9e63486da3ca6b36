package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import org.mitra.access.Role;
import org.mitra.claims.ClaimState;
import org.mitra.claims.ClaimSummary;
import org.mitra.claims.Claims;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Slice;
import org.mitra.problem.Problem;
import org.mitra.web.LazyList;
import org.mitra.web.Visitor;

/** Claims that wait, those that wait longest first; and all others. */
@Named
@ViewScoped
public class ClaimsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Which claims are shown. */
  public enum Show {
    /** Wait for a first reviewer. */
    CHANNEL_MANAGER,
    /** Wait for a second one. */
    FINANCE,
    ALL
  }

  @Inject private transient Claims claims;
  @Inject private transient BusinessClock clock;
  @Inject private transient Visitor visitor;

  private String show;
  private transient LazyList<ClaimSummary> list;

  /** Reads the parameter of the address; who comes without one sees what waits for him. */
  public void open() {
    if (show == null || show.isEmpty()) {
      Role role = visitor.actor().has(Role.CHANNEL_MANAGER) ? Role.CHANNEL_MANAGER : Role.FINANCE;
      show = visitor.actor().has(role) ? role.name() : Show.ALL.name();
    }
    if (Show.valueOf(known(show)) == Show.ALL) {
      list = list("", "");
    } else {
      list = list("since", show);
    }
  }

  private static String known(String name) {
    for (Show one : Show.values()) {
      if (one.name().equals(name)) {
        return name;
      }
    }
    throw Problem.notFound();
  }

  private LazyList<ClaimSummary> list(String order, String holder) {
    return new LazyList<>(
        query -> claims(query.filtered("holder", holder), order), ClaimSummary::uid);
  }

  private Slice<ClaimSummary> claims(ListQuery query, String order) {
    boolean own = query.sort().isEmpty() && !order.isEmpty();
    return claims.list(
        visitor.actor().scope(),
        own ? new ListQuery(query.first(), query.size(), order, false, query.filters()) : query);
  }

  /** Whole days for which a claim has been in its state. */
  public long days(ClaimSummary claim) {
    return Duration.between(claim.since(), clock.now()).toDays();
  }

  public LazyList<ClaimSummary> getList() {
    return list;
  }

  public Show[] getShows() {
    return Show.values();
  }

  public ClaimState[] getStates() {
    return ClaimState.values();
  }

  public String getShow() {
    return show;
  }

  public void setShow(String show) {
    this.show = show;
  }
}
