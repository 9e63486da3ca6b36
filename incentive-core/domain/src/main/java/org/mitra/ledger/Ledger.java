package org.mitra.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Listing;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.problem.Problem;

/**
 * Writes entries and reads the books. Nothing here changes or removes a row; the database would not
 * let it.
 */
@ApplicationScoped
public class Ledger {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  /**
   * Writes the entry, in the running transaction, unless it is there.
   *
   * @return the number of the entry, whether it was written now or before
   * @throws IllegalStateException when another entry has the same key: a defect of the caller
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public long post(Actor actor, Entry entry) {
    Instant now = clock.now();
    boolean first =
        sql.insertOnce(
            "INSERT INTO journal_entry (uid, entry_key, effective_on, recorded_at, memo, memo_facts,"
                + " recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
            Uids.next(now),
            entry.key(),
            entry.effectiveOn(),
            now,
            entry.memo(),
            json(entry.facts()),
            actor.username());
    long number =
        sql.row(
                row -> row.number("id"),
                "SELECT id FROM journal_entry WHERE entry_key = ?",
                entry.key())
            .orElseThrow();
    if (first) {
      writeLines(number, entry);
    } else {
      refuseOther(number, entry);
    }
    return number;
  }

  /**
   * Writes entries none of which is there, in the running transaction.
   *
   * @return the numbers of the entries, in the same order
   * @throws org.mitra.data.DataException when one of them is there, whoever wrote it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Long> postNew(Actor actor, List<Entry> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    Instant now = clock.now();
    // Numbers rise: what is written from here on comes after all that stands in the books.
    long last =
        sql.row(row -> row.number("last"), "SELECT MAX(id) AS last FROM journal_entry").orElse(0L);
    sql.batch(
        "INSERT INTO journal_entry (uid, entry_key, effective_on, recorded_at, memo, memo_facts,"
            + " recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
        entries.stream()
            .map(
                entry ->
                    new Object[] {
                      Uids.next(now),
                      entry.key(),
                      entry.effectiveOn(),
                      now,
                      entry.memo(),
                      json(entry.facts()),
                      actor.username()
                    })
            .toList());
    Map<String, Long> numbers = new HashMap<>();
    sql.each(
        row -> numbers.put(row.text("entry_key"), row.number("id")),
        "SELECT id, entry_key FROM journal_entry WHERE id > ?",
        last);
    List<Object[]> lines = new ArrayList<>();
    for (Entry entry : entries) {
      addLines(lines, numbers.get(entry.key()), entry);
    }
    writeLines(lines);
    return entries.stream().map(entry -> numbers.get(entry.key())).toList();
  }

  private void writeLines(long number, Entry entry) {
    List<Object[]> rows = new ArrayList<>();
    addLines(rows, number, entry);
    writeLines(rows);
  }

  private static void addLines(List<Object[]> rows, long number, Entry entry) {
    for (int i = 0; i < entry.lines().size(); i++) {
      Entry.Line line = entry.lines().get(i);
      rows.add(
          new Object[] {
            number,
            i + 1,
            line.account(),
            line.party(),
            line.subject(),
            line.amount().currency().code(),
            line.amount().amount()
          });
    }
  }

  private void writeLines(List<Object[]> rows) {
    sql.batch(
        "INSERT INTO journal_line (entry_id, number, account, party, subject, currency, amount)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  private void refuseOther(long number, Entry entry) {
    PostedEntry there = withLines(sql.rows(Ledger::head, HEAD + " WHERE id = ?", number)).get(0);
    Entry same =
        new Entry(entry.key(), there.effectiveOn(), there.memo(), there.facts(), there.lines());
    if (!same.content().equals(entry.content())) {
      throw new IllegalStateException(
          "another entry has the key " + entry.key() + ": " + same.content());
    }
  }

  private static final String HEAD =
      "SELECT id, uid, effective_on, recorded_at, memo, memo_facts, recorded_by FROM journal_entry";

  /** Entries, newest first; filters: account, party, memo. */
  @Transactional
  public Slice<PostedEntry> entries(Actor actor, ListQuery query) {
    requireReader(actor);
    Slice<PostedEntry> heads = listing().slice(sql, query);
    return new Slice<>(withLines(heads.rows()), heads.total());
  }

  @Transactional
  public Batch<PostedEntry> batch(
      Actor actor, String cursor, int size, Map<String, String> filters) {
    requireReader(actor);
    Batch<PostedEntry> heads = listing().batch(sql, cursor, size, filters);
    return new Batch<>(withLines(heads.rows()), heads.next());
  }

  /**
   * @throws Problem 404 when there is no such entry
   */
  @Transactional
  public PostedEntry entry(Actor actor, UUID uid) {
    requireReader(actor);
    List<PostedEntry> found = withLines(sql.rows(Ledger::head, HEAD + " WHERE uid = ?", uid));
    if (found.isEmpty()) {
      throw Problem.notFound();
    }
    return found.get(0);
  }

  private static Listing<PostedEntry> listing() {
    String line = "EXISTS (SELECT 1 FROM journal_line l WHERE l.entry_id = e.id AND l.%s = ?)";
    return Listing.of(
            Ledger::head,
            "e.id, e.uid, e.effective_on, e.recorded_at, e.memo, e.memo_facts, e.recorded_by",
            "journal_entry e")
        .filterBy("account", line.formatted("account"))
        .filterBy("party", line.formatted("party"))
        .filterBy("subject", line.formatted("subject"))
        .filter("memo", Listing.Match.EQUALS, "e.memo")
        .sort("effectiveOn", "e.effective_on")
        .newestFirst("e.id");
  }

  /** What stands on each account, over all parties; they add up to zero in each currency. */
  @Transactional
  public List<Balance> trialBalance(Actor actor) {
    requireReader(actor);
    return balances(
        "SELECT account, '' AS party, currency, " + SUMS + " GROUP BY account, currency");
  }

  private static final String SUMS =
      "SUM(CASE WHEN amount > 0 THEN amount ELSE 0 END) AS debit,"
          + " SUM(CASE WHEN amount < 0 THEN -amount ELSE 0 END) AS credit FROM journal_line";

  /**
   * What stands on an account for a party and subject, in one currency; an empty subject means all
   * of them.
   */
  @Transactional
  public Money balance(Entry.Place place, Currency currency) {
    String condition =
        " WHERE account = ? AND party = ? AND (? = '' OR subject = ?) AND currency = ?";
    return balances(
            "SELECT account, party, currency, "
                + SUMS
                + condition
                + " GROUP BY account, party, currency",
            place.account(),
            place.party(),
            place.subject(),
            place.subject(),
            currency.code())
        .stream()
        .findFirst()
        .map(Balance::balance)
        .orElse(Money.zero(currency));
  }

  /**
   * What stands on some accounts for each subject, over all parties.
   *
   * @param subject only this one; empty for all
   */
  @Transactional
  public List<SubjectBalance> bySubject(List<String> accounts, String subject) {
    List<Object> parameters = new ArrayList<>(accounts);
    parameters.add(subject);
    parameters.add(subject);
    return sql.rows(
        row ->
            new SubjectBalance(
                row.text("subject"),
                row.text("account"),
                new Money(row.decimal("amount"), Currency.of(row.text("currency")))),
        "SELECT subject, account, currency, SUM(amount) AS amount FROM journal_line WHERE account IN ("
            + accounts.stream().map(account -> "?").collect(Collectors.joining(", "))
            + ") AND (? = '' OR subject = ?) GROUP BY subject, account, currency",
        parameters.toArray());
  }

  private List<Balance> balances(String query, Object... parameters) {
    return sql.rows(
        row -> {
          Currency currency = Currency.of(row.text("currency"));
          Money debit = new Money(row.decimal("debit"), currency);
          Money credit = new Money(row.decimal("credit"), currency);
          return new Balance(
              row.text("account"), row.text("party"), debit, credit, debit.minus(credit));
        },
        query + " ORDER BY account, currency",
        parameters);
  }

  /** Currencies in which the books do not balance, with what is missing. Always empty. */
  @Transactional
  public Map<Currency, java.math.BigDecimal> imbalances() {
    Map<Currency, java.math.BigDecimal> wrong =
        new TreeMap<>(java.util.Comparator.comparing(Currency::code));
    sql.each(
        row -> wrong.put(Currency.of(row.text("currency")), row.decimal("total")),
        "SELECT currency, SUM(amount) AS total FROM journal_line GROUP BY currency HAVING SUM(amount) <> 0");
    return wrong;
  }

  private static void requireReader(Actor actor) {
    actor.require(Role.FINANCE, Role.AUDITOR);
  }

  /** Reads the lines of all entries with one query. */
  private List<PostedEntry> withLines(List<PostedEntry> heads) {
    if (heads.isEmpty()) {
      return heads;
    }
    Map<Long, List<Entry.Line>> lines = new HashMap<>();
    String marks = heads.stream().map(head -> "?").collect(Collectors.joining(", "));
    sql.each(
        row ->
            lines
                .computeIfAbsent(row.number("entry_id"), id -> new ArrayList<>())
                .add(
                    new Entry.Line(
                        row.text("account"),
                        row.text("party"),
                        row.text("subject"),
                        new Money(row.decimal("amount"), Currency.of(row.text("currency"))))),
        "SELECT * FROM journal_line WHERE entry_id IN (" + marks + ") ORDER BY entry_id, number",
        heads.stream().map(PostedEntry::number).toArray());
    return heads.stream()
        .map(
            head ->
                new PostedEntry(
                    head.number(),
                    head.uid(),
                    head.effectiveOn(),
                    head.recordedAt(),
                    head.memo(),
                    head.facts(),
                    head.recordedBy(),
                    lines.getOrDefault(head.number(), List.of())))
        .toList();
  }

  private static PostedEntry head(Sql.Row row) throws SQLException {
    return new PostedEntry(
        row.number("id"),
        row.uuid("uid"),
        row.day("effective_on"),
        row.instant("recorded_at"),
        row.text("memo"),
        facts(row.text("memo_facts")),
        row.text("recorded_by"),
        List.of());
  }

  private static String json(Map<String, String> facts) {
    var object = JSON.createObjectBuilder();
    new TreeMap<>(facts).forEach(object::add);
    return object.build().toString();
  }

  /** What an entry's sentence mentions, as it stands in its row. */
  public static Map<String, String> facts(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      Map<String, String> facts = new LinkedHashMap<>();
      object.forEach((name, value) -> facts.put(name, ((JsonString) value).getString()));
      return facts;
    }
  }
}
