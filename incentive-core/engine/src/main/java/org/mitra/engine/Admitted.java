package org.mitra.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Units of a sales line for which claims were approved, those that were submitted first before the
 * others.
 */
public record Admitted(List<Part> parts) {
  public static final Admitted NONE = new Admitted(List.of());

  /** Units of which the claim was submitted at the same moment, the first time that it was. */
  public record Part(BigDecimal units, Instant submittedAt) {}

  public Admitted {
    parts = parts.stream().sorted(Comparator.comparing(Part::submittedAt)).toList();
  }

  public static Admitted of(BigDecimal units, Instant submittedAt) {
    return new Admitted(List.of(new Part(units, submittedAt)));
  }

  public BigDecimal units() {
    return parts.stream().map(Part::units).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public Admitted plus(Admitted more) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(more.parts());
    return new Admitted(all);
  }

  /** No more units than these: of what is left, nobody is worse off who was early. */
  public Admitted atMost(BigDecimal units) {
    List<Part> kept = new ArrayList<>();
    BigDecimal left = units;
    for (Part part : parts) {
      BigDecimal counted = part.units().min(left);
      if (counted.signum() > 0) {
        kept.add(new Part(counted, part.submittedAt()));
        left = left.subtract(counted);
      }
    }
    return new Admitted(kept);
  }
}
