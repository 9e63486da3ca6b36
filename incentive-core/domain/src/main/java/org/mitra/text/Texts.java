package org.mitra.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mitra.money.Currency;
import org.mitra.money.Rate;
import org.mitra.problem.Problem;

/**
 * The texts of one language: {@code /texts/<bundle>_<language>.properties}, the pages' own before
 * the shared ones.
 *
 * <p>A text may mention facts: {@code {name}}, or {@code {name,number}}, {@code {name,day}}, {@code
 * {name,time}}, {@code {name,rate}}, {@code {name,money,currencyFact}} and {@code
 * {name,term,prefix}}, the last of which looks up {@code prefix.<value>}; {@code
 * {name,terms,prefix}} does so for several values, {@code {name,count,what}} says how many of what,
 * and {@code {name,sum}} writes {@code IDR 150000}.
 */
public final class Texts {
  public static final Locale INDONESIAN = Locale.forLanguageTag("id");
  public static final Locale ENGLISH = Locale.ENGLISH;

  private static final List<String> FEATURES =
      List.of(
          "domain",
          "web",
          "platform",
          "sales",
          "feeds",
          "programs",
          "accruals",
          "ledger",
          "claims",
          "funds",
          "payouts",
          "roi",
          "audit",
          "home");
  private static final Set<String> MONEY_MEASURES =
      Set.of("NET", "GROSS", "MARGIN", "DISCOUNT", "CASH");
  private static final Map<String, Texts> LOADED = new ConcurrentHashMap<>();
  private static final Pattern FACT = Pattern.compile("\\{(\\w+)(?:,(\\w+))?(?:,([\\w.-]+))?}");

  private final Locale locale;
  private final Map<String, String> texts;

  private Texts(Locale locale, Map<String, String> texts) {
    this.locale = locale;
    this.texts = texts;
  }

  /** The texts in the language: Indonesian for {@code id}, English for everything else. */
  public static Texts in(Locale locale) {
    Locale known = isIndonesian(locale) ? INDONESIAN : ENGLISH;
    return LOADED.computeIfAbsent(known.getLanguage(), language -> load(known));
  }

  public static boolean isIndonesian(Locale locale) {
    // Java calls the language "in" in some releases and "id" in others.
    return locale.getLanguage().equals("id") || locale.getLanguage().equals("in");
  }

  private static Texts load(Locale locale) {
    String language = isIndonesian(locale) ? "id" : "en";
    Map<String, String> texts = new HashMap<>();
    List<String> bundles =
        FEATURES.stream()
            .flatMap(feature -> Stream.of(feature, "shared-" + feature, "page-" + feature))
            .toList();
    for (String bundle : bundles) {
      String name = "/texts/" + bundle + "_" + language + ".properties";
      try (InputStream in = Texts.class.getResourceAsStream(name)) {
        if (in == null) {
          continue;
        }
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        Properties properties = new Properties();
        properties.load(reader);
        properties.stringPropertyNames().forEach(k -> texts.put(k, properties.getProperty(k)));
      } catch (IOException e) {
        throw new UncheckedIOException(name, e);
      }
    }
    return new Texts(locale, Map.copyOf(texts));
  }

  public Locale locale() {
    return locale;
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /** The text as it stands; a missing one shows its key, and a test finds it. */
  public String get(String key) {
    return texts.getOrDefault(key, "???" + key + "???");
  }

  /** The text with its facts filled in. */
  public String sentence(String key, Map<String, String> facts, ZoneId zone) {
    Formats formats = new Formats(locale, zone);
    Matcher matcher = FACT.matcher(get(key));
    StringBuilder sentence = new StringBuilder();
    while (matcher.find()) {
      String value = facts.getOrDefault(matcher.group(1), "");
      String written =
          value.isEmpty() ? "" : write(value, matcher.group(2), matcher.group(3), facts, formats);
      matcher.appendReplacement(sentence, Matcher.quoteReplacement(written));
    }
    return matcher.appendTail(sentence).toString();
  }

  /** What went wrong. */
  public String sentence(Problem problem, ZoneId zone) {
    return sentence("problem." + problem.code(), problem.facts(), zone);
  }

  /** What to do about it. */
  public String nextStep(Problem problem, ZoneId zone) {
    return sentence("problem." + problem.code() + ".next", problem.facts(), zone);
  }

  private String write(
      String value, String form, String argument, Map<String, String> facts, Formats formats) {
    if (form == null) {
      return value;
    }
    try {
      return switch (form) {
        case "number" -> number(value, formats);
        case "rate" -> value.endsWith("%") ? formats.rate(Rate.of(value)) : number(value, formats);
        case "day" -> formats.day(LocalDate.parse(value));
        case "days" -> formats.days(value);
        case "time" -> formats.time(Instant.parse(value));
        case "moment" -> formats.moment(Instant.parse(value));
        case "money" -> money(value, facts.getOrDefault(argument, ""), formats);
        case "term" -> get(argument + "." + value);
        case "terms" -> terms(argument, value);
        case "count" -> count(argument, value, formats);
        case "sum" -> sum(value, argument == null ? "" : facts.getOrDefault(argument, ""), formats);
        // How much of a measure, which another fact names: money, or a count of units.
        case "of" ->
            MONEY_MEASURES.contains(facts.getOrDefault(argument, ""))
                ? money(value, facts.getOrDefault("currency", ""), formats)
                : number(value, formats) + " " + get("unit");
        // The same beside the measure's name: money, or the number alone.
        case "by" ->
            MONEY_MEASURES.contains(facts.getOrDefault(argument, ""))
                ? money(value, facts.getOrDefault("currency", ""), formats)
                : number(value, formats);
        case "offer" -> offer(value, facts.getOrDefault("currency", ""), formats);
        default -> value;
      };
    } catch (NumberFormatException | java.time.DateTimeException e) {
      // A value of another form than the text expects is shown as it is.
      return value;
    }
  }

  /** What a tier offers: {@code 2%} or {@code 50} for each unit, and {@code +300} once. */
  private String offer(String value, String currency, Formats formats) {
    int plus = value.indexOf('+');
    String each = plus < 0 ? value : value.substring(0, plus);
    List<String> offers = new ArrayList<>();
    if (each.endsWith("%")) {
      offers.add(formats.rate(Rate.of(each)));
    } else if (!each.isEmpty()) {
      offers.add(money(each, currency, formats) + "/" + get("unit"));
    }
    if (plus >= 0) {
      offers.add(money(value.substring(plus + 1), currency, formats) + " " + get("once"));
    }
    return String.join(" + ", offers);
  }

  private static String money(String value, String currency, Formats formats) {
    return Currency.find(currency)
        .map(known -> formats.money(decimal(value), known))
        .orElseGet(() -> number(value, formats));
  }

  /** The words for each of some values, as in {@code [FINANCE, AUDITOR]}. */
  private String terms(String prefix, String values) {
    return Stream.of(values.replaceAll("[\\[\\],]", " ").strip().split("\\s+"))
        .map(value -> get(prefix + "." + value))
        .collect(Collectors.joining(", "));
  }

  /** How many of what: {@code 1 line}, {@code 1,250 lines}. */
  private String count(String what, String value, Formats formats) {
    String[] forms = get("count." + what).split("\\|");
    boolean one = new BigDecimal(value).compareTo(BigDecimal.ONE) == 0;
    return number(value, formats) + " " + (one ? forms[0] : forms[forms.length - 1]);
  }

  /** An amount that comes with its currency, as in {@code IDR 150000}, or beside it. */
  private static String sum(String value, String currency, Formats formats) {
    int space = value.indexOf(' ');
    return space < 0
        ? money(value, currency, formats)
        : money(value.substring(space + 1), value.substring(0, space), formats);
  }

  private static String number(String value, Formats formats) {
    return formats.number(decimal(value));
  }

  /** A fraction such as 10/3, which has no decimal form, is shown with four decimals. */
  private static BigDecimal decimal(String value) {
    int bar = value.indexOf('/');
    return bar < 0
        ? new BigDecimal(value)
        : new BigDecimal(value.substring(0, bar))
            .divide(new BigDecimal(value.substring(bar + 1)), 4, RoundingMode.HALF_UP)
            .stripTrailingZeros();
  }
}
