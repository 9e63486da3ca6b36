package org.mitra.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mitra.funds.Lots.Part;
import org.mitra.money.Currency;
import org.mitra.money.Money;

class LotsTest {
  private static final LocalDate JUNE = LocalDate.of(2027, 6, 30);
  private static final LocalDate DECEMBER = LocalDate.of(2027, 12, 31);

  private final Lot december = lot(1, DECEMBER, 50_000_000);
  private final Lot june = lot(2, JUNE, 30_000_000);

  @Test
  void theEarliestExpiryIsConsumedFirst() {
    assertThat(Lots.consume(List.of(december, june), idr(40_000_000)))
        .containsExactly(part(2, 30_000_000), part(1, 10_000_000));
  }

  @Test
  void ofTwoThatExpireTogetherTheOlderIsConsumedFirst() {
    Lot younger = lot(3, JUNE, 5);
    assertThat(Lots.consume(List.of(younger, june), idr(30_000_001)))
        .containsExactly(part(2, 30_000_000), part(3, 1));
  }

  @Test
  void whatIsPaidComesFromTheFirstAndWhatIsReleasedGoesBackToTheLast() {
    List<Part> held = List.of(part(2, 30_000_000), part(1, 10_000_000));
    assertThat(Lots.firstOf(held, idr(35_000_000)))
        .containsExactly(part(2, 30_000_000), part(1, 5_000_000));
    assertThat(Lots.lastOf(held, idr(12_000_000)))
        .containsExactly(part(1, 10_000_000), part(2, 2_000_000));
  }

  @Test
  void aLapsedLotHasNothingToPromise() {
    List<Lot> lots = List.of(december, june.asLapsed());
    assertThat(Lots.available(lots, idr(0))).isEqualTo(idr(50_000_000));
    assertThatThrownBy(() -> Lots.consume(lots, idr(50_000_001)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLotCannotBeLoweredByWhatIsPromised() {
    Lot promised = june.after(MovementKind.COMMIT, idr(20_000_000));
    assertThat(promised.after(MovementKind.ALLOCATE, idr(-10_000_000)).available())
        .isEqualTo(idr(0));
    assertThatThrownBy(() -> promised.after(MovementKind.ALLOCATE, idr(-10_000_001)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPartOfTheRestIsCarriedOverUpToALimit() {
    CarryOver half = new CarryOver(new BigDecimal("50"), null, DECEMBER);
    assertThat(half.of(idr(5_000_001))).isEqualTo(idr(2_500_001));
    CarryOver limited = new CarryOver(new BigDecimal("50"), new BigDecimal("2000000"), DECEMBER);
    assertThat(limited.of(idr(5_000_001))).isEqualTo(idr(2_000_000));
    assertThat(limited.of(idr(0))).isEqualTo(idr(0));
  }

  private static Lot lot(int number, LocalDate expiresOn, long amount) {
    return Lot.opened(number, new UUID(0, number), number, expiresOn, idr(amount));
  }

  private static Part part(long lot, long amount) {
    return new Part(lot, idr(amount));
  }

  private static Money idr(long amount) {
    return new Money(BigDecimal.valueOf(amount), Currency.IDR);
  }
}
