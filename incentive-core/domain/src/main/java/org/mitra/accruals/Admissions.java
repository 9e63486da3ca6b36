package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.problem.Problem;
import org.mitra.programs.Programs;
import org.mitra.time.Period;

/** Lets units count; the unique key decides between two claims for the same unit. */
@ApplicationScoped
class Admissions {
  @Inject private Sql sql;
  @Inject private Programs programs;
  @Inject private PayeeRefresh payeeRefresh;
  @Inject private BusinessClock clock;

  /** Keys of the units that another claim brought to count before; of these nothing was changed. */
  Set<String> admit(UUID claim, String program, long partnerId, List<Admission> admissions) {
    if (admissions.isEmpty()) {
      return Set.of();
    }
    long programId =
        sql.row(row -> row.number("id"), "SELECT id FROM program WHERE code = ?", program)
            .orElseThrow(Problem::notFound);
    Instant now = clock.now();
    sql.batch(
        "INSERT INTO admitted_unit (program_id, unit_key, units, transaction_id, partner_id,"
            + " claim_uid, submitted_at, admitted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE units = units",
        admissions.stream()
            .sorted(Comparator.comparing(Admission::unitKey))
            .map(a -> row(programId, a, partnerId, claim, now))
            .toList());
    Set<String> lost = new HashSet<>();
    admissions.forEach(admission -> lost.add(admission.unitKey()));
    sql.each(
        row -> lost.remove(row.text("unit_key")),
        "SELECT unit_key FROM admitted_unit WHERE program_id = ? AND claim_uid = ?",
        programId,
        claim);
    boolean shared =
        programs.compiled(program).filter(known -> known.payees().size() > 1).isPresent();
    SortedMap<Long, Period> concerned =
        new TreeMap<>(shared ? parties(admissions) : Map.<Long, Period>of());
    concerned.put(partnerId, days(admissions));
    payeeRefresh.follow(concerned, Set.of(partnerId));
    return lost;
  }

  /** Who else is in the sales: they may have a part in what is claimed. */
  private Map<Long, Period> parties(List<Admission> admissions) {
    Map<Long, Period> parties = new HashMap<>();
    Set<Long> lines = admissions.stream().map(Admission::line).collect(Collectors.toSet());
    sql.each(
        row -> row.optionalNumber("party").ifPresent(party -> parties.put(party, days(admissions))),
        "SELECT t.seller_id AS party FROM sales_transaction t WHERE t.id IN "
            + Sql.list(lines.size())
            + " UNION SELECT t.buyer_id FROM sales_transaction t WHERE t.id IN "
            + Sql.list(lines.size()),
        Stream.concat(lines.stream(), lines.stream()).toArray());
    return parties;
  }

  private static Object[] row(
      long programId, Admission admission, long partnerId, UUID claim, Instant now) {
    return new Object[] {
      programId,
      admission.unitKey(),
      admission.units(),
      admission.line(),
      partnerId,
      claim,
      admission.submittedAt(),
      now
    };
  }

  /** From the first day to the last. */
  static Period days(List<Admission> admissions) {
    LocalDate first = admissions.get(0).day();
    LocalDate last = first;
    for (Admission admission : admissions) {
      first = admission.day().isBefore(first) ? admission.day() : first;
      last = admission.day().isAfter(last) ? admission.day() : last;
    }
    return new Period(first, last.plusDays(1));
  }
}
