package org.mitra.funds;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.engine.Explanation;
import org.mitra.money.Money;

/** Sees that a fund's balance is what it should be, and that movements and books agree. */
public final class FundBooks {
  private final Funds funds;
  private final FundStage stage;
  private final String program;
  private final String partner;

  public FundBooks(Funds funds, FundStage stage, String program, String partner) {
    this.funds = funds;
    this.stage = stage;
    this.program = program;
    this.partner = partner;
  }

  /** In millions. */
  public void are(String available, String committed, String paid, String expired) {
    Actor reader = stage.manager("reader");
    UUID uid = stage.fund(program, partner);
    FundDetail fund = funds.get(reader.scope(), uid);
    FundSummary balance = fund.summary();
    assertThat(
            List.of(
                millions(balance.available()),
                millions(balance.committed()),
                millions(balance.paid()),
                millions(balance.expired())))
        .as("available, committed, paid, expired")
        .containsExactly(available, committed, paid, expired);
    assertThat(balance.available())
        .as("available = allocated + accrued - committed - paid - expired")
        .isEqualByComparingTo(
            balance
                .allocated()
                .add(balance.accrued())
                .subtract(balance.committed())
                .subtract(balance.paid())
                .subtract(balance.expired()));
    assertThat(stage.booked("fund-available", partner, program).negate())
        .as("available in the books")
        .isEqualByComparingTo(balance.available());
    assertThat(stage.booked("fund-committed", partner, program).negate())
        .as("committed in the books")
        .isEqualByComparingTo(balance.committed());
    assertThat(stage.booked("incentives-payable", partner, program).negate())
        .as("payable in the books")
        .isEqualByComparingTo(balance.paid());
    assertThat(stage.booked("fund-expense", "", program))
        .as("cost in the books")
        .isEqualByComparingTo(balance.given().subtract(balance.expired()));
    assertThat(funds.differences(stage.finance("reader"))).isEmpty();
    assertExplained(fund);
  }

  private static void assertExplained(FundDetail fund) {
    FundSummary balance = fund.summary();
    assertExplains(fund, "given", balance.given());
    assertExplains(fund, "committed", balance.committed());
    assertExplains(fund, "paid", balance.paid());
    assertExplains(fund, "expired", balance.expired());
    assertExplains(fund, "available", balance.available());
  }

  private static void assertExplains(FundDetail fund, String figure, BigDecimal amount) {
    Explanation why = fund.why().get(figure);
    assertThat(why.amount().amount()).as(figure).isEqualByComparingTo(amount);
    assertThat(why.leaves().map(Explanation::amount).reduce(Money::plus))
        .as("leaves of " + figure)
        .contains(why.amount());
  }

  private static String millions(BigDecimal amount) {
    return amount.movePointLeft(6).stripTrailingZeros().toPlainString();
  }
}
