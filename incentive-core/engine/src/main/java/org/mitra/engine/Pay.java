package org.mitra.engine;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mitra.money.Currency;
import org.mitra.money.Decimals;

/**
 * What is paid beside what sales earn, to whoever is enrolled.
 *
 * @param base paid in each period, in the program's currency
 * @param draw an advance against earnings
 * @param atLeast what each period pays at least, sales or not
 * @param training what certificates pay that are earned in the period
 */
public record Pay(
    Optional<BigDecimal> base,
    Optional<Draw> draw,
    Optional<BigDecimal> atLeast,
    List<Training> training) {
  public static final Pay NONE = new Pay(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * What a certificate pays in the period in which it is earned.
   *
   * @param certificate code of the certificate
   * @param amount in the program's currency, above zero
   */
  public record Training(String certificate, BigDecimal amount) {
    public Training {
      Check check = new Check().present("certificate", certificate);
      check.that(certificate == null || !certificate.isBlank(), "certificate", "missing");
      check.positive("amount", amount).done();
      amount = Decimals.normal(amount);
    }
  }

  public Pay {
    training = List.copyOf(training);
    Check check = new Check().limit("base", base).limit("atLeast", atLeast);
    Set<String> known = new HashSet<>();
    for (int i = 0; i < training.size(); i++) {
      boolean first = known.add(training.get(i).certificate());
      check.that(first, "training/" + i + "/certificate", "certificate-twice");
    }
    check.done();
    base = base.map(Decimals::normal);
    atLeast = atLeast.map(Decimals::normal);
  }

  public Pay(Optional<BigDecimal> base, Optional<Draw> draw, Optional<BigDecimal> atLeast) {
    this(base, draw, atLeast, List.of());
  }

  /** Whether anything is paid for a period without sales. */
  boolean any() {
    return base.isPresent() || draw.isPresent() || atLeast.isPresent() || !training.isEmpty();
  }

  void checkPayable(Check check, Optional<Currency> currency) {
    check.payable("pay/base", base, currency).payable("pay/atLeast", atLeast, currency);
    check.payable("pay/draw/amount", draw.map(Draw::amount), currency);
    for (int i = 0; i < training.size(); i++) {
      Optional<BigDecimal> amount = Optional.of(training.get(i).amount());
      check.payable("pay/training/" + i + "/amount", amount, currency);
    }
  }
}
