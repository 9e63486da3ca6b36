package org.mitra.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one place that knows what time it is. Everything else is given the time, or asks here.
 *
 * <p>The demo tells its story of the past months through {@link #at}, and tests move time with it.
 */
@ApplicationScoped
public class BusinessClock {
  private final Clock clock = Clock.systemUTC();
  private final ThreadLocal<Duration> offset = ThreadLocal.withInitial(() -> Duration.ZERO);

  /** The zone in which the house keeps its books and shows times. */
  @Inject
  @ConfigProperty(name = "mitra.zone", defaultValue = "Asia/Jakarta")
  private ZoneId zone;

  /** Now, to the microsecond that the database keeps. */
  public Instant now() {
    return clock.instant().plus(offset.get()).truncatedTo(ChronoUnit.MICROS);
  }

  /** Today in the house's zone. */
  public LocalDate today() {
    return LocalDate.ofInstant(now(), zone);
  }

  public LocalDate today(ZoneId other) {
    return LocalDate.ofInstant(now(), other);
  }

  public ZoneId zone() {
    return zone;
  }

  /**
   * Does something as if it were another time; for this thread only, and time goes on meanwhile.
   */
  public void at(Instant instant, Runnable work) {
    Duration before = offset.get();
    offset.set(Duration.between(clock.instant(), instant));
    try {
      work.run();
    } finally {
      offset.set(before);
    }
  }
}
