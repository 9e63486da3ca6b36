package org.mitra.roi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sha256;
import org.mitra.jobs.Chore;

/**
 * Keeps the sums behind the ROI pages up to date: a few seconds after sales, programs or partners
 * changed. While an import goes on it waits, but not for ever.
 */
@ApplicationScoped
class RenewSales implements Chore {
  private static final Logger LOG = Logger.getLogger(RenewSales.class.getName());
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Inject private SalesRenewal renewal;
  @Inject private BusinessClock clock;

  private long lookedAt = System.nanoTime() - LOOK_EVERY.toNanos();
  private Sha256 seen = Sha256.NONE;

  @Override
  public synchronized void carryOut() {
    if (System.nanoTime() - lookedAt < LOOK_EVERY.toNanos()) {
      return;
    }
    lookedAt = System.nanoTime();
    try {
      renewIfBehind();
    } catch (RuntimeException e) {
      // A report that is late must not keep other work from being done.
      LOG.log(Level.SEVERE, "adding up sales around programs failed; it is tried again", e);
    }
  }

  private void renewIfBehind() {
    Sha256 now = renewal.fingerprint();
    Optional<SalesStore.State> state = renewal.state();
    if (state.filter(known -> known.fingerprint().equals(now)).isPresent()) {
      return;
    }
    boolean quiet = now.equals(seen);
    seen = now;
    if (quiet || state.isEmpty() || isOld(state.get())) {
      renewal.renew(now);
    }
  }

  private boolean isOld(SalesStore.State state) {
    return state.computedAt().plus(PATIENCE).isBefore(clock.now());
  }
}
