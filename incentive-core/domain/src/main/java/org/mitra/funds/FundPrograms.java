package org.mitra.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mitra.data.BusinessClock;
import org.mitra.data.BusinessKey;
import org.mitra.data.Sql;
import org.mitra.problem.Problem;
import org.mitra.programs.terms.TermsJson;

/** The programs that money for market development is given in. */
@ApplicationScoped
public class FundPrograms {
  private static final String VERSIONS =
      "SELECT p.id, p.code, p.state, v.id AS version_id, v.terms FROM program p"
          + " JOIN program_version v ON v.program_id = p.id"
          + " WHERE v.state = 'PUBLISHED' AND v.rule_type = 'fund'";

  /** The version that holds on a day; before the first, the first. */
  private static final String HOLDS =
      " ORDER BY CASE WHEN v.effective_from <= ? THEN 0 ELSE 1 END,"
          + " CASE WHEN v.effective_from <= ? THEN v.number ELSE -v.number END DESC LIMIT 1";

  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  /** All that are published, with the terms of today, in order of their codes. */
  @Transactional
  public List<FundProgram> open() {
    List<Long> ids =
        sql.rows(
            row -> row.number("id"),
            "SELECT DISTINCT p.id, p.code FROM program p JOIN program_version v"
                + " ON v.program_id = p.id WHERE p.state = 'PUBLISHED' AND v.state = 'PUBLISHED'"
                + " AND v.rule_type = 'fund' ORDER BY p.code");
    return ids.stream().map(id -> on(id, clock.today())).toList();
  }

  /**
   * The program with the code, on its terms of today, for giving money in.
   *
   * @throws Problem 422 unless it is a fund program, is published, and has not ended
   */
  @Transactional
  public FundProgram require(String code) {
    LocalDate day = clock.today();
    FundProgram program =
        found(VERSIONS + " AND p.code = ?" + HOLDS, BusinessKey.normalise(code), day, day)
            .filter(FundProgram::published)
            .orElseThrow(
                () -> Problem.refused("fund.no-program").with("code", code).at("/program"));
    if (!clock.today(program.zone()).isBefore(program.terms().until())) {
      throw Problem.refused("fund.program-over")
          .with("code", program.code())
          .with("day", program.terms().term().lastDay())
          .at("/program");
    }
    return program;
  }

  /** A program on the terms that hold on the day. */
  @Transactional
  public FundProgram on(long id, LocalDate day) {
    return found(VERSIONS + " AND p.id = ?" + HOLDS, id, day, day).orElseThrow();
  }

  /** A program on the terms of one version. */
  @Transactional
  public FundProgram version(long versionId) {
    return found(VERSIONS + " AND v.id = ?", versionId).orElseThrow();
  }

  private Optional<FundProgram> found(String query, Object... parameters) {
    return sql.row(FundPrograms::program, query, parameters);
  }

  private static FundProgram program(Sql.Row row) throws SQLException {
    return new FundProgram(
        row.number("id"),
        row.text("code"),
        row.text("state").equals("PUBLISHED"),
        row.number("version_id"),
        TermsJson.decode(row.text("terms")));
  }
}
