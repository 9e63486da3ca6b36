package org.mitra.funds;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitra.funds.Lots.Part;
import org.mitra.money.Currency;
import org.mitra.money.Money;

/**
 * Random lives of a fund. After each movement the balances are those that a second computation,
 * unit by unit, comes to.
 */
class LotHistoriesTest {
  private static final Currency USD = Currency.USD;
  private static final Money NONE = Money.zero(USD);
  private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
  private static final int STEPS = 400;

  private record Movement(long lot, MovementKind kind, Money amount) {}

  private Random random;
  private LocalDate today;
  private final Map<Long, Lot> lots = new TreeMap<>();
  private final List<Movement> movements = new ArrayList<>();

  /** What each activity holds, in the order of consumption. */
  private final List<List<Part>> activities = new ArrayList<>();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void balancesAreRightInEveryState(long seed) {
    random = new Random(seed);
    today = FIRST;
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(8)) {
        case 0 -> allocate();
        case 1 -> lower();
        case 2, 3 -> commit();
        case 4, 5 -> pay();
        case 6 -> release();
        default -> nextDay();
      }
      assertBalances("seed " + seed + ", step " + step);
    }
    assertThat(movements.stream().map(Movement::kind).distinct())
        .as("seed " + seed + " sees every kind of movement but carrying over")
        .hasSize(MovementKind.values().length - 1);
  }

  private void allocate() {
    long id = lots.size() + 1L;
    LocalDate expiresOn = today.plusDays(random.nextInt(40));
    lots.put(id, Lot.opened(id, new UUID(0, id), (int) id, expiresOn, NONE));
    move(id, MovementKind.ALLOCATE, amount(500_00).plus(cents(1)));
  }

  private void lower() {
    lots.values().stream()
        .filter(lot -> lot.available().signum() > 0)
        .findFirst()
        .ifPresent(
            lot -> move(lot.id(), MovementKind.ALLOCATE, amountUpTo(lot.available()).negated()));
  }

  private void commit() {
    Money available = Lots.available(List.copyOf(lots.values()), NONE);
    if (available.signum() > 0) {
      List<Part> parts = Lots.consume(List.copyOf(lots.values()), amountUpTo(available));
      parts.forEach(part -> move(part.lot(), MovementKind.COMMIT, part.amount()));
      assertEarlierLotsAreUsedUp(parts);
      activities.add(new ArrayList<>(parts));
    }
  }

  private void assertEarlierLotsAreUsedUp(List<Part> parts) {
    Lot last = lots.get(parts.get(parts.size() - 1).lot());
    assertThat(lots.values())
        .filteredOn(lot -> !lot.lapsed() && lot.expiresOn().isBefore(last.expiresOn()))
        .allMatch(lot -> lot.available().isZero());
  }

  private void pay() {
    settle(false);
  }

  private void release() {
    settle(true);
  }

  private void settle(boolean back) {
    if (activities.isEmpty()) {
      return;
    }
    List<Part> held = activities.get(random.nextInt(activities.size()));
    Money all = Lots.sum(held, NONE);
    if (all.isZero()) {
      return;
    }
    Money amount = amountUpTo(all);
    List<Part> parts = back ? Lots.lastOf(held, amount) : Lots.firstOf(held, amount);
    List<Part> left = new ArrayList<>();
    for (Part part : held) {
      Money taken = Lots.sum(parts.stream().filter(p -> p.lot() == part.lot()).toList(), NONE);
      left.add(new Part(part.lot(), part.amount().minus(taken)));
    }
    assertUnitByUnit(held, left, amount, back);
    held.clear();
    left.stream().filter(part -> !part.amount().isZero()).forEach(held::add);
    for (Part part : parts) {
      move(part.lot(), back ? MovementKind.RELEASE : MovementKind.PAY, part.amount());
      if (back && lots.get(part.lot()).lapsed()) {
        move(part.lot(), MovementKind.EXPIRE, part.amount());
      }
    }
  }

  /** Lays out what was held as one row of units, and cuts the amount off at the right end of it. */
  private static void assertUnitByUnit(
      List<Part> held, List<Part> left, Money amount, boolean back) {
    BigDecimal total = Lots.sum(held, NONE).amount();
    BigDecimal from = back ? BigDecimal.ZERO : amount.amount();
    BigDecimal until = back ? total.subtract(amount.amount()) : total;
    BigDecimal start = BigDecimal.ZERO;
    for (int i = 0; i < held.size(); i++) {
      BigDecimal end = start.add(held.get(i).amount().amount());
      BigDecimal overlap = end.min(until).subtract(start.max(from)).max(BigDecimal.ZERO);
      assertThat(left.get(i).amount().amount()).isEqualByComparingTo(overlap);
      start = end;
    }
  }

  private void nextDay() {
    today = today.plusDays(1 + random.nextInt(3));
    for (Lot lot : List.copyOf(lots.values())) {
      if (!lot.lapsed() && lot.expiresOn().isBefore(today)) {
        if (!lot.available().isZero()) {
          move(lot.id(), MovementKind.EXPIRE, lot.available());
        }
        lots.put(lot.id(), lots.get(lot.id()).asLapsed());
      }
    }
  }

  private void move(long lot, MovementKind kind, Money amount) {
    lots.put(lot, lots.get(lot).after(kind, amount));
    movements.add(new Movement(lot, kind, amount));
  }

  private void assertBalances(String when) {
    for (Lot lot : lots.values()) {
      assertThat(lot.allocated()).as(when).isEqualTo(sum(lot, MovementKind.ALLOCATE));
      assertThat(lot.paid()).as(when).isEqualTo(sum(lot, MovementKind.PAY));
      assertThat(lot.expired()).as(when).isEqualTo(sum(lot, MovementKind.EXPIRE));
      Money committed =
          sum(lot, MovementKind.COMMIT)
              .minus(sum(lot, MovementKind.RELEASE))
              .minus(sum(lot, MovementKind.PAY));
      assertThat(lot.committed()).as(when).isEqualTo(committed);
      assertThat(lot.available().signum()).as(when).isNotNegative();
      if (lot.lapsed()) {
        assertThat(lot.available())
            .as(when + ": nothing stays free in a lapsed lot")
            .isEqualTo(NONE);
      }
    }
    Money held = activities.stream().map(parts -> Lots.sum(parts, NONE)).reduce(NONE, Money::plus);
    assertThat(lots.values().stream().map(Lot::committed).reduce(NONE, Money::plus))
        .as(when + ": committed = what activities hold")
        .isEqualTo(held);
  }

  private Money sum(Lot lot, MovementKind kind) {
    return movements.stream()
        .filter(movement -> movement.lot() == lot.id() && movement.kind() == kind)
        .map(Movement::amount)
        .reduce(NONE, Money::plus);
  }

  private Money amountUpTo(Money most) {
    // Now and then all of it: that is where mistakes hide.
    int cents = most.amount().movePointRight(2).intValueExact();
    return random.nextInt(4) == 0 ? most : cents(1 + random.nextInt(cents));
  }

  private Money amount(int cents) {
    return cents(random.nextInt(cents));
  }

  private static Money cents(int cents) {
    return new Money(BigDecimal.valueOf(cents, 2), USD);
  }
}
