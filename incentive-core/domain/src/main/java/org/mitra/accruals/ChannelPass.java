package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mitra.access.Actor;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sha256;
import org.mitra.data.Sql;
import org.mitra.engine.AccrualKey;
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
  private static final int TOLD_EVERY = 50_000;

  @Inject private Sql sql;
  @Inject private Programs programs;
  @Inject private SalesLines salesLines;
  @Inject private CreditTotals creditTotals;
  @Inject private AccrualStates states;
  @Inject private AccrualRows rows;
  @Inject private PayeeRefresh payeeRefresh;
  @Inject private JointMarks jointMarks;
  @Inject private Books books;
  @Inject private BusinessClock clock;

  /**
   * What was read.
   *
   * @param window the periods computed
   * @param calculation the measures of all payees
   * @param partners row ids of those who have something in the window, or had
   * @param versions of their accruals, before the first line was read
   * @param passes numbers of this pass, by joint program
   * @param lines how many lines were read
   */
  record Read(
      Window window,
      Ties ties,
      Calculation calculation,
      List<Long> partners,
      Map<Long, Long> versions,
      Map<String, Long> passes,
      long lines) {

    /** What partners earn each by himself. */
    Window own() {
      return window.only(program -> !ties.isJoint(program));
    }

    /** What they earn together, but for programs that a later pass is at. */
    Window joint(Map<String, Long> now) {
      return window.only(
          program ->
              ties.isJoint(program)
                  && now.getOrDefault(program, 0L).equals(passes.getOrDefault(program, 0L)));
    }

    Window overtaken(Map<String, Long> now) {
      Window current = joint(now);
      return window.only(
          program -> ties.isJoint(program) && !current.periods().containsKey(program));
    }
  }

  /** Hears of reading, which goes by row ids. */
  interface Progress {
    void done(long done, long total);
  }

  private Ties ties() {
    return new Ties(programs.compiled());
  }

  /**
   * Reads what matters for the days and computes its measures.
   *
   * @param progress hears how far it is, and of how much
   */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  Read read(Period days, Progress progress) {
    Ties ties = ties();
    return read(ties, Window.of(ties, days, clock.zone()), progress);
  }

  /** Like {@link #read(Period, Progress)}, for chosen periods of chosen programs. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  Read read(Map<String, Set<Period>> periods, Progress progress) {
    Ties ties = ties();
    return read(ties, Window.of(ties, periods, clock.zone()), progress);
  }

  private Read read(Ties ties, Window window, Progress progress) {
    Map<String, Long> passes = jointMarks.begin(window.only(ties::isJoint).periods().keySet());
    Map<Long, Long> versions = states.versions();
    Channel channel = Channel.whole(sql);
    Calculation calculation = Calculation.ofAmounts(ties.programs());
    Crediting crediting = new Crediting(ties.programs());
    CreditTotals.Tally tally = creditTotals.tally(calculation);
    long last = salesLines.last();
    long[] lines = {0};
    salesLines.between(
        window.from(),
        window.until(),
        channel,
        (line, feed) -> {
          crediting.see(line, tally);
          tally.line(line, feed);
          if (++lines[0] % TOLD_EVERY == 0) {
            progress.done(Math.min(line.id(), last), last);
          }
        });
    creditTotals.store(tally, window);
    List<Long> partners = partners(ties, window, calculation, channel);
    return new Read(window, ties, calculation, partners, versions, passes, lines[0]);
  }

  /**
   * Computes what joint programs pay for the days that are behind.
   *
   * @param behind days in the zone of the house
   */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  Optional<Read> readJoint(JointMarks.Taken behind) {
    Ties ties = ties();
    Map<String, Set<Period>> periods = new HashMap<>();
    Set<CompiledProgram> involved = new LinkedHashSet<>();
    for (CompiledProgram program : ties.programs()) {
      if (behind.days().containsKey(program.id()) && ties.isJoint(program.id())) {
        Set<Period> affected =
            ties.affected(program, behind.days().get(program.id()), clock.zone());
        if (!affected.isEmpty()) {
          periods.put(program.id(), affected);
        }
        affected.forEach(period -> involved.addAll(ties.group(program, period)));
        involved.add(program);
      }
    }
    if (periods.isEmpty()) {
      return Optional.empty();
    }
    Window window = Window.of(ties, periods, clock.zone());
    Map<Long, Long> versions = states.versions();
    Channel channel = Channel.whole(sql);
    Calculation calculation = Calculation.ofAmounts(List.copyOf(involved));
    long[] lines = {0};
    salesLines.between(
        window.from(),
        window.until(),
        channel,
        (line, feed) -> {
          calculation.see(line);
          lines[0]++;
        });
    List<Long> partners = partners(ties, window, calculation, channel);
    return Optional.of(
        new Read(window, ties, calculation, partners, versions, behind.passes(), lines[0]));
  }

  private List<Long> partners(Ties ties, Window window, Calculation calculation, Channel channel) {
    Set<Long> partners = new TreeSet<>(rows.partners(window.span()));
    for (String payee : calculation.payees()) {
      if (calculation.keysOf(payee).stream().anyMatch(window::holds)) {
        partners.add(channel.id(payee));
      }
    }
    for (CompiledProgram program : ties.programs()) {
      for (Period period : window.periods().getOrDefault(program.id(), Set.of())) {
        program.roster(period).forEach(payee -> partners.add(channel.id(payee)));
      }
    }
    return List.copyOf(partners);
  }

  /**
   * Writes what a batch of partners has earned.
   *
   * @param posting whether differences go to the books
   * @return how many differences were posted
   */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  int write(Actor actor, Read read, List<Long> batch, Optional<Long> run, boolean posting) {
    Map<Long, AccrualStates.Locked> locked = states.lock(batch);
    // What a later pass is at was read after this: it is left as it is, or will be.
    Map<String, Long> now = jointMarks.passes();
    Window own = read.own();
    Window joint = read.joint(now);
    Map<Long, String> codes = codes(batch);
    Map<Long, Map<AccrualKey, AccrualRows.Stored>> stored = rows.of(batch, read.window());
    List<AccrualRows.Change> changes = new ArrayList<>();
    List<Long> fresh = new ArrayList<>();
    for (long partner : batch) {
      Map<AccrualKey, AccrualRows.Stored> his = stored.getOrDefault(partner, Map.of());
      long before = locked.get(partner).version() - 1;
      boolean current = read.versions().getOrDefault(partner, 0L) == before;
      String code = codes.get(partner);
      if (!own.periods().isEmpty()) {
        Calculation calculation =
            current ? read.calculation() : payeeRefresh.calculate(partner, own);
        changes.addAll(payeeRefresh.changes(read.ties(), partner, code, own, calculation, his));
      }
      if (!joint.periods().isEmpty()) {
        changes.addAll(
            payeeRefresh.changes(read.ties(), partner, code, joint, read.calculation(), his));
      }
      if (current && locked.get(partner).stale().filter(read.window()::covers).isPresent()) {
        fresh.add(partner);
      }
    }
    rows.write(changes);
    states.markFresh(fresh);
    return posting ? post(actor, read.window(), batch, changes, stored, run) : 0;
  }

  /** Brings the books to what the rows show. */
  private int post(
      Actor actor,
      Window window,
      List<Long> batch,
      List<AccrualRows.Change> changes,
      Map<Long, Map<AccrualKey, AccrualRows.Stored>> before,
      Optional<Long> run) {
    Map<Long, Map<AccrualKey, AccrualRows.Stored>> rows = new HashMap<>(before);
    List<Long> changed = changes.stream().map(AccrualRows.Change::partnerId).distinct().toList();
    if (!changed.isEmpty()) {
      rows.putAll(this.rows.of(changed, window));
    }
    List<Books.Due> dues = new ArrayList<>();
    for (long partner : batch) {
      Map<AccrualKey, AccrualRows.Stored> his = rows.getOrDefault(partner, Map.of());
      his.keySet().stream()
          .sorted()
          .map(his::get)
          .forEach(row -> dues.add(new Books.Due(row, row.entitled())));
    }
    return books.post(actor, dues, run);
  }

  private Map<Long, String> codes(List<Long> partners) {
    Map<Long, String> codes = new HashMap<>();
    sql.each(
        row -> codes.put(row.number("id"), row.text("code")),
        "SELECT id, code FROM partner WHERE id IN " + Sql.list(partners.size()),
        partners.toArray());
    return codes;
  }

  /** Marks all joint programs that the days matter to. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  void markJoint(Period days) {
    Ties ties = ties();
    Window joint = Window.of(ties, days, clock.zone(), program -> ties.isJoint(program.id()));
    jointMarks.mark(joint.periods().keySet(), days);
  }

  /** Whether no later pass was at one of the programs. */
  @Transactional
  boolean isNewest(Read read) {
    return read.overtaken(jointMarks.passes()).periods().isEmpty();
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
