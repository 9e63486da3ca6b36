package org.mitra.money;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A currency and the number of decimals in which it is settled.
 *
 * <p>The scale is the one that people pay in, from our own table: the rupiah has sen on paper and
 * none in practice, and the tables of the JDK follow the paper.
 *
 * @param code ISO 4217, three upper-case letters
 * @param scale decimals of a payment: IDR 0, USD 2, KWD 3
 */
public record Currency(String code, int scale) {
  private static final Map<String, Currency> KNOWN = new HashMap<>();

  static {
    register(0, "BIF CLP DJF GNF IDR ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF");
    register(3, "BHD IQD JOD KWD LYD OMR TND");
    register(
        2,
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD"
            + " CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP"
            + " GMD GTQ GYD HKD HNL HTG HUF ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL"
            + " MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN"
            + " PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP"
            + " SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW");
  }

  public static final Currency IDR = of("IDR");
  public static final Currency USD = of("USD");
  public static final Currency EUR = of("EUR");

  /**
   * @throws IllegalArgumentException when the code is not in the table; codes are upper case
   */
  public static Currency of(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("unknown currency: " + code));
  }

  public static Optional<Currency> find(String code) {
    return Optional.ofNullable(KNOWN.get(code));
  }

  private static void register(int scale, String codes) {
    for (String code : codes.split(" ")) {
      KNOWN.put(code, new Currency(code, scale));
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
