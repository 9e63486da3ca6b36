package org.mitra.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.problem.Problem;

/** Finds and keeps programs and their versions. */
@ApplicationScoped
class ProgramRepository {
  @PersistenceContext private EntityManager entityManager;
  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  /**
   * A new program with the code, or one that was given up before it was ever published.
   *
   * @throws Problem 409 when the code is taken
   */
  Program begin(Actor actor, String code) {
    // Looked up first: whoever failed to insert holds a lock on the row, and of two such neither
    // could change it.
    boolean givenUp =
        sql.row(
                row -> row.number("id"),
                "SELECT id FROM program WHERE code = ? AND state = 'DISCARDED'",
                code)
            .isPresent();
    boolean begun =
        givenUp
            ? sql.update(
                    "UPDATE program SET state = 'DRAFT', version = version + 1"
                        + " WHERE code = ? AND state = 'DISCARDED'",
                    code)
                == 1
            : sql.insertOnce(
                "INSERT INTO program (uid, code, state, created_by, created_at, version)"
                    + " VALUES (?, ?, 'DRAFT', ?, ?, 0)",
                Uids.next(clock.now()),
                code,
                actor.username(),
                clock.now());
    if (!begun) {
      throw Problem.conflict("program.code-taken").with("code", code).at("/code");
    }
    return first(Program.class, "e.code = :value", code).orElseThrow();
  }

  /**
   * @throws Problem 404 when there is none
   */
  Program program(UUID uid) {
    return first(Program.class, "e.uid = :value", uid).orElseThrow(Problem::notFound);
  }

  /**
   * The program, for somebody who changes it or its versions: whoever else wants to waits until
   * this transaction ends, and then sees what came of it.
   *
   * @throws Problem 404 when there is none
   */
  Program programToChange(UUID uid) {
    lock("SELECT id FROM program WHERE uid = ? FOR UPDATE", uid);
    return program(uid);
  }

  /**
   * A version, for somebody who changes it; its program is locked.
   *
   * @throws Problem 404 when there is none
   */
  ProgramVersion versionToChange(UUID uid) {
    lock(
        "SELECT p.id FROM program p JOIN program_version v ON v.program_id = p.id"
            + " WHERE v.uid = ? FOR UPDATE",
        uid);
    return first(ProgramVersion.class, "e.uid = :value", uid).orElseThrow(Problem::notFound);
  }

  private void lock(String select, UUID uid) {
    if (sql.row(row -> row.number("id"), select, uid).isEmpty()) {
      throw Problem.notFound();
    }
  }

  private <E> Optional<E> first(Class<E> type, String condition, Object value) {
    return entityManager
        .createQuery("SELECT e FROM " + type.getSimpleName() + " e WHERE " + condition, type)
        .setParameter("value", value)
        .getResultStream()
        .findFirst();
  }

  /** Oldest first. */
  List<ProgramVersion> versions(Program program) {
    return entityManager
        .createQuery(
            "SELECT v FROM ProgramVersion v WHERE v.program = :program ORDER BY v.number",
            ProgramVersion.class)
        .setParameter("program", program)
        .getResultList();
  }

  Optional<ProgramVersion> newestPublished(Program program) {
    return versions(program).stream()
        .filter(version -> version.state() == VersionState.PUBLISHED)
        .reduce((older, newer) -> newer);
  }

  void add(ProgramVersion version) {
    entityManager.persist(version);
  }

  /**
   * @throws Problem 409 when somebody else changed the same in the meantime
   */
  void flush() {
    try {
      entityManager.flush();
    } catch (OptimisticLockException e) {
      throw Problem.conflict("stale");
    }
  }
}
