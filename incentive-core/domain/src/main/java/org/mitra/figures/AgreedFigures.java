package org.mitra.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.FourEyes;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.BusinessKey;
import org.mitra.data.ListQuery;
import org.mitra.data.Saved;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.engine.CompiledProgram;
import org.mitra.event.DomainEvent;
import org.mitra.problem.Problem;
import org.mitra.programs.Programs;

/**
 * Baselines and targets by program, partner and period: one person proposes, another agrees, and
 * only then they count. Nothing that was proposed is ever changed.
 */
@ApplicationScoped
public class AgreedFigures {
  @Inject private Sql sql;
  @Inject private Programs programs;
  @Inject private FigureReading reading;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /** What a figure is about. */
  public record Place(String partner, LocalDate periodStart, FigureKind kind) {}

  /**
   * Proposes figures: all or none. What waits for the same program, partner, period and kind is
   * replaced.
   *
   * @return what each command did, in their order: nothing where this figure counts or waits
   *     already
   * @throws Problem 422 for a program that is not published, an unknown partner, or a day on which
   *     no period begins
   */
  @Transactional(rollbackOn = Exception.class)
  public List<Saved> proposeAll(Actor actor, List<ProposeFigure> commands) {
    actor.require(Role.CHANNEL_MANAGER);
    return proposeAll(actor, actor.username(), commands);
  }

  /**
   * Proposes what a file brought.
   *
   * @param by username of whoever brought the file in: another person has to agree
   */
  @Transactional(rollbackOn = Exception.class)
  public List<Saved> proposeAll(Actor actor, String by, List<ProposeFigure> commands) {
    actor.require(Role.CHANNEL_MANAGER);
    if (!actor.isSystem() && !by.equals(actor.username())) {
      throw Problem.forbidden("access.role-missing");
    }
    List<Saved> saved = new ArrayList<>();
    for (ProposeFigure command : commands) {
      saved.add(propose(actor, by, command));
    }
    return saved;
  }

  private record Known(long id, BigDecimal amount, String state) {}

  private Saved propose(Actor actor, String by, ProposeFigure command) {
    checkPeriod(command);
    long program = id("program", command.program());
    long partner =
        find("partner", command.partner())
            .orElseThrow(
                () ->
                    Problem.refused("partner.unknown")
                        .with("code", command.partner())
                        .at("/partner"));
    List<Known> known = known(program, partner, command);
    boolean same =
        !known.isEmpty() && known.get(known.size() - 1).amount().compareTo(command.amount()) == 0;
    if (same) {
      return Saved.UNCHANGED;
    }
    for (Known waiting : known) {
      if (waiting.state().equals("PROPOSED")) {
        decided(waiting.id(), FigureState.REPLACED, by);
      }
    }
    Instant now = clock.now();
    UUID uid = Uids.next(now);
    boolean first =
        sql.insertOnce(
            "INSERT INTO agreed_figure (uid, program_id, partner_id, period_start, kind, amount,"
                + " state, slot, reason, proposed_by, proposed_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, 'PROPOSED', 0, ?, ?, ?)",
            uid,
            program,
            partner,
            command.periodStart(),
            command.kind(),
            command.amount(),
            command.reason(),
            by,
            now);
    if (!first) {
      throw Problem.conflict("figure.proposed-meanwhile").with("partner", command.partner());
    }
    events.fire(
        DomainEvent.of(
            actor,
            "figure.proposed",
            uid,
            "program",
            command.program(),
            "partner",
            command.partner(),
            "period",
            command.periodStart().toString(),
            "kind",
            command.kind().name(),
            "amount",
            command.amount().toPlainString(),
            "by",
            by));
    return known.isEmpty() ? Saved.NEW : Saved.CHANGED;
  }

  private void checkPeriod(ProposeFigure command) {
    CompiledProgram program =
        programs
            .compiled(command.program())
            .orElseThrow(
                () ->
                    Problem.refused("figure.program")
                        .with("program", command.program())
                        .at("/program"));
    LocalDate start = command.periodStart();
    boolean begins =
        program.periods(start, start.plusDays(1)).stream()
            .anyMatch(period -> period.start().equals(start));
    if (!begins) {
      throw Problem.refused("figure.period")
          .with("day", start)
          .with("program", command.program())
          .at("/periodStart");
    }
  }

  /** What counts, then what waits, both locked. */
  private List<Known> known(long program, long partner, ProposeFigure command) {
    return sql.rows(
        row -> new Known(row.number("id"), row.decimal("amount"), row.text("state")),
        "SELECT id, amount, state FROM agreed_figure WHERE program_id = ? AND partner_id = ?"
            + " AND period_start = ? AND kind = ? AND slot IN (0, 1) ORDER BY slot DESC FOR UPDATE",
        program,
        partner,
        command.periodStart(),
        command.kind());
  }

  private boolean decided(long id, FigureState state, String by) {
    return sql.update(
            "UPDATE agreed_figure SET state = ?, slot = CASE WHEN ? = 'APPROVED' THEN 1 ELSE -id END,"
                + " decided_by = ?, decided_at = ? WHERE id = ? AND state = 'PROPOSED'",
            state,
            state,
            by,
            clock.now(),
            id)
        == 1;
  }

  private record Waiting(
      long id, UUID uid, long program, String programCode, long partner, Place place, String by) {}

  /**
   * Agrees to figures, or refuses them: all or none.
   *
   * @throws Problem 403 for whoever proposed one, 404 for an unknown one, 409 when one was decided
   *     or replaced meanwhile
   */
  @Transactional(rollbackOn = Exception.class)
  public void decide(Actor actor, List<UUID> figures, boolean agreed) {
    actor.require(Role.CHANNEL_MANAGER, Role.FINANCE);
    figures.stream()
        .map(this::waiting)
        // Accruals are locked in the order of their partners.
        .sorted(Comparator.comparing(Waiting::partner).thenComparing(Waiting::id))
        .forEach(waiting -> decide(actor, waiting, agreed));
  }

  private Waiting waiting(UUID uid) {
    return sql.row(
            row ->
                new Waiting(
                    row.number("id"),
                    uid,
                    row.number("program_id"),
                    row.text("program_code"),
                    row.number("partner_id"),
                    new Place(
                        row.text("partner_code"),
                        row.day("period_start"),
                        row.constant("kind", FigureKind.class)),
                    row.text("proposed_by")),
            "SELECT f.*, g.code AS program_code, p.code AS partner_code FROM agreed_figure f"
                + " JOIN program g ON g.id = f.program_id JOIN partner p ON p.id = f.partner_id"
                + " WHERE f.uid = ?",
            uid)
        .orElseThrow(Problem::notFound);
  }

  private void decide(Actor actor, Waiting waiting, boolean agreed) {
    FourEyes.check(waiting.by(), actor);
    if (agreed) {
      sql.update(
          "UPDATE agreed_figure SET state = 'REPLACED', slot = -id WHERE program_id = ?"
              + " AND partner_id = ? AND period_start = ? AND kind = ? AND slot = 1",
          waiting.program(),
          waiting.partner(),
          waiting.place().periodStart(),
          waiting.place().kind());
    }
    FigureState state = agreed ? FigureState.APPROVED : FigureState.REJECTED;
    if (!decided(waiting.id(), state, actor.username())) {
      throw Problem.conflict("figure.decided");
    }
    events.fire(
        DomainEvent.of(
            actor,
            agreed ? "figure.approved" : "figure.rejected",
            waiting.uid(),
            "program",
            waiting.programCode(),
            "partner",
            waiting.place().partner(),
            "period",
            waiting.place().periodStart().toString(),
            "kind",
            waiting.place().kind().name()));
  }

  private long id(String table, String code) {
    return find(table, code).orElseThrow(Problem::notFound);
  }

  private Optional<Long> find(String table, String code) {
    return sql.row(row -> row.number("id"), "SELECT id FROM " + table + " WHERE code = ?", code);
  }

  /** What counts in a program at present, by what it is about. */
  @Transactional
  public Map<Place, BigDecimal> counting(String program) {
    Map<Place, BigDecimal> figures = new HashMap<>();
    sql.each(
        row ->
            figures.put(
                new Place(
                    row.text("code"),
                    row.day("period_start"),
                    row.constant("kind", FigureKind.class)),
                row.decimal("amount")),
        "SELECT p.code, f.period_start, f.kind, f.amount FROM agreed_figure f"
            + " JOIN partner p ON p.id = f.partner_id JOIN program g ON g.id = f.program_id"
            + " WHERE g.code = ? AND f.state = 'APPROVED'",
        BusinessKey.normalise(program));
    return figures;
  }

  /** How many wait for a second person. */
  @Transactional
  public long waiting(Actor actor) {
    actor.require(Role.CHANNEL_MANAGER, Role.FINANCE);
    return sql.row(
            row -> row.number("n"),
            "SELECT COUNT(*) AS n FROM agreed_figure WHERE state = 'PROPOSED' AND proposed_by <> ?",
            actor.username())
        .orElse(0L);
  }

  /** Newest first; a partner sees those that count, his own and of those below him. */
  @Transactional
  public Slice<AgreedFigure> list(PartnerScope scope, ListQuery query) {
    return reading.listing(scope).slice(sql, query);
  }

  @Transactional
  public Batch<AgreedFigure> batch(
      PartnerScope scope, String cursor, int size, Map<String, String> filters) {
    return reading.listing(scope).batch(sql, cursor, size, filters);
  }
}
