package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.mitra.access.Actor;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sha256;
import org.mitra.data.Sql;
import org.mitra.engine.Calculation;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Crediting;
import org.mitra.programs.Programs;
import org.mitra.time.Period;

/**
 * Computes everyone's accruals of some days: reads each line once for all programs, then writes
 * partner by partner. A partner whose facts change meanwhile is noticed by the version of his
 * accruals, and computed anew under his lock.
 */
@ApplicationScoped
class ChannelPass {
  private static final int TOLD_EVERY = 20_000;

  @Inject private Sql sql;
  @Inject private Programs programs;
  @Inject private SalesLines salesLines;
  @Inject private CreditTotals creditTotals;
  @Inject private AccrualStates states;
  @Inject private AccrualRows rows;
  @Inject private PayeeRefresh payeeRefresh;
  @Inject private BusinessClock clock;

  /**
   * What was read.
   *
   * @param window the periods computed
   * @param calculation the measures of all payees
   * @param partners row ids of those who have something in the window, or had
   * @param versions of their accruals, before the first line was read
   * @param lines how many lines were read
   */
  record Read(
      Window window,
      Calculation calculation,
      List<Long> partners,
      Map<Long, Long> versions,
      long lines) {}

  /** How many lines of the days there are to read. */
  @Transactional
  long count(Period days) {
    Window window = Window.of(programs.compiled(), days, clock.zone());
    return salesLines.count(window.from(), window.until());
  }

  /** How many lines of chosen periods there are to read. */
  @Transactional
  long count(Map<String, Set<Period>> periods) {
    Window window = Window.of(programs.compiled(), periods, clock.zone());
    return salesLines.count(window.from(), window.until());
  }

  /**
   * Reads the lines of the days' periods and computes their measures.
   *
   * @param progress hears of the number of lines read
   */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  Read read(Period days, LongConsumer progress) {
    List<CompiledProgram> compiled = programs.compiled();
    return read(compiled, Window.of(compiled, days, clock.zone()), progress);
  }

  /** Like {@link #read(Period, LongConsumer)}, for chosen periods of chosen programs. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  Read read(Map<String, Set<Period>> periods, LongConsumer progress) {
    List<CompiledProgram> compiled = programs.compiled();
    return read(compiled, Window.of(compiled, periods, clock.zone()), progress);
  }

  private Read read(List<CompiledProgram> compiled, Window window, LongConsumer progress) {
    Map<Long, Long> versions = states.versions();
    Channel channel = Channel.whole(sql);
    Calculation calculation = Calculation.ofAmounts(compiled);
    Crediting crediting = new Crediting(compiled);
    CreditTotals.Tally tally = creditTotals.tally(calculation);
    long[] lines = {0};
    salesLines.between(
        window.from(),
        window.until(),
        channel,
        (line, feed) -> {
          crediting.see(line, tally);
          tally.line(line, feed);
          if (++lines[0] % TOLD_EVERY == 0) {
            progress.accept(lines[0]);
          }
        });
    creditTotals.store(tally, window);
    Set<Long> partners = new TreeSet<>(rows.partners(window.days()));
    calculation.measures().keySet().stream()
        .filter(window::holds)
        .forEach(key -> partners.add(channel.id(key.payee())));
    return new Read(window, calculation, List.copyOf(partners), versions, lines[0]);
  }

  /**
   * Writes what a batch of partners has earned.
   *
   * @param posting whether differences go to the books
   * @return how many differences were posted
   */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  int write(Actor actor, Read read, List<Long> batch, Optional<Long> run, boolean posting) {
    int postings = 0;
    for (long partner : batch) {
      long before = states.lock(partner) - 1;
      boolean current = read.versions().getOrDefault(partner, 0L) == before;
      Calculation calculation =
          current ? read.calculation() : payeeRefresh.calculate(partner, read.window());
      postings += payeeRefresh.write(actor, partner, read.window(), calculation, run, posting);
      if (current && states.stale(partner).filter(read.window()::covers).isPresent()) {
        states.markFresh(partner);
      }
    }
    return postings;
  }

  /** One hash of all entitlements of the days: equal facts and rules, equal hash. */
  @Transactional
  Sha256 resultHash(Period days) {
    var digest = Sha256.digest();
    sql.each(
        row ->
            digest.update(
                String.join(
                        "|",
                        row.text("program"),
                        row.text("partner"),
                        row.text("period_start"),
                        row.text("currency"),
                        row.decimal("entitled").toPlainString() + "\n")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        "SELECT p.code AS program, o.code AS partner, a.period_start, a.currency, a.entitled"
            + " FROM accrual a JOIN program p ON p.id = a.program_id"
            + " JOIN partner o ON o.id = a.partner_id"
            + " WHERE a.period_end > ? AND a.period_start < ? AND a.entitled <> 0"
            + " ORDER BY p.code, o.code, a.period_start, a.currency",
        days.start(),
        days.end());
    return Sha256.from(digest.digest());
  }
}
