package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mitra.data.Sql;
import org.mitra.time.Period;

/**
 * Which joint programs are behind the facts, and who is bringing them up to date. Marks are added
 * without a lock, so that sales of different partners never wait for each other.
 */
@ApplicationScoped
class JointMarks {
  @Inject private Sql sql;

  /**
   * What a pass has taken upon itself.
   *
   * @param days that are behind, by program
   * @param passes numbers of the pass, by program
   * @param marks ids
   */
  record Taken(SortedMap<String, Period> days, Map<String, Long> passes, List<Long> marks) {}

  /** Says, in the transaction of the facts, that programs are behind the facts of some days. */
  void mark(Collection<String> programs, Period days) {
    sql.batch(
        "INSERT INTO joint_mark (program_id, stale_from, stale_until)"
            + " SELECT id, ?, ? FROM program WHERE code = ?",
        programs.stream()
            .sorted()
            .map(program -> new Object[] {days.start(), days.end(), program})
            .toList());
  }

  /** Takes all marks there are: whoever took them before has been too slow. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  Taken take() {
    SortedMap<String, Period> days = new TreeMap<>();
    List<Long> marks = new ArrayList<>();
    sql.each(
        row -> {
          Period stale = new Period(row.day("stale_from"), row.day("stale_until"));
          days.merge(row.text("code"), stale, Ties::hull);
          marks.add(row.number("id"));
        },
        "SELECT m.id, m.stale_from, m.stale_until, p.code FROM joint_mark m"
            + " JOIN program p ON p.id = m.program_id");
    return new Taken(days, number(days.keySet()), marks);
  }

  /** Begins a pass over programs: it has read, or will read, later than those before it. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  Map<String, Long> begin(Collection<String> joint) {
    return number(joint);
  }

  private Map<String, Long> number(Collection<String> joint) {
    sql.batch(
        "INSERT INTO joint_pass (program_id, pass) SELECT id, 1 FROM program WHERE code = ?"
            + " ON DUPLICATE KEY UPDATE pass = joint_pass.pass + 1",
        joint.stream().sorted().map(program -> new Object[] {program}).toList());
    Map<String, Long> passes = passes();
    passes.keySet().retainAll(joint);
    return passes;
  }

  /** Numbers of the passes that have begun, by program. */
  @Transactional
  Map<String, Long> passes() {
    Map<String, Long> passes = new HashMap<>();
    sql.each(
        row -> passes.put(row.text("code"), row.number("pass")),
        "SELECT p.code, j.pass FROM joint_pass j JOIN program p ON p.id = j.program_id");
    return passes;
  }

  /** Forgets what a pass has brought up to date. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  void done(List<Long> marks) {
    sql.batch(
        "DELETE FROM joint_mark WHERE id = ?",
        marks.stream().map(id -> new Object[] {id}).toList());
  }

  /** Changes with each fact of the days that joint programs come to know of. */
  @Transactional
  String stamp(Collection<String> programs, Period days) {
    Map<String, Long> passes = new TreeMap<>(passes());
    passes.keySet().retainAll(programs);
    return sql.row(
            row -> row.number("n") + " " + row.text("sum") + " " + passes,
            "SELECT COUNT(*) AS n, COALESCE(SUM(m.id), 0) AS sum FROM joint_mark m"
                + " JOIN program p ON p.id = m.program_id WHERE m.stale_from < ?"
                + " AND m.stale_until > ? AND p.code IN "
                + Sql.list(programs.size()),
            with(days, programs))
        .orElseThrow();
  }

  private static Object[] with(Period days, Collection<String> programs) {
    List<Object> parameters = new ArrayList<>(List.of(days.end(), days.start()));
    parameters.addAll(programs);
    return parameters.toArray();
  }
}
