package org.mitra.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.mitra.access.Actor;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sha256;
import org.mitra.data.Sql;
import org.mitra.problem.Problem;

/**
 * Carries out a request once per actor and key. The key is written in the transaction of the
 * effect, so a crash leaves both or neither, and of two that arrive together the second waits for
 * the first and gets its answer.
 */
@ApplicationScoped
public class Idempotency {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,128}");

  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  private final Jsonb json = JsonbBuilder.create();

  /**
   * Does the work, or repeats the answer of the first time.
   *
   * @param actor whose key it is
   * @param key 8 to 128 printable characters, chosen by the caller
   * @param request what was asked; the same key with another request is refused
   * @param answerType a type that JSON-B can write and read
   * @throws Problem 400 without a usable key, 422 when the key was used for something else
   */
  @Transactional(rollbackOn = Exception.class)
  public <T> T once(
      Actor actor, String key, Object request, Class<T> answerType, Supplier<T> work) {
    if (key == null || !KEY.matcher(key).matches()) {
      throw Problem.invalid("idempotency.key-missing");
    }
    Sha256 hash = Sha256.ofParts(answerType.getSimpleName(), json.toJson(request));
    boolean first =
        sql.insertOnce(
            "INSERT INTO idempotency_record (actor, idem_key, request_hash, answer, created_at)"
                + " VALUES (?, ?, ?, '', ?)",
            actor.username(),
            key,
            hash,
            clock.now());
    if (!first) {
      return repeat(actor, key, hash, answerType);
    }
    T answer = work.get();
    sql.update(
        "UPDATE idempotency_record SET answer = ? WHERE actor = ? AND idem_key = ?",
        json.toJson(answer),
        actor.username(),
        key);
    return answer;
  }

  private <T> T repeat(Actor actor, String key, Sha256 hash, Class<T> answerType) {
    record Earlier(Sha256 hash, String answer) {}
    Earlier earlier =
        sql.row(
                row -> new Earlier(row.hash("request_hash"), row.text("answer")),
                "SELECT request_hash, answer FROM idempotency_record WHERE actor = ? AND idem_key = ?",
                actor.username(),
                key)
            .orElseThrow();
    if (!earlier.hash().equals(hash)) {
      throw Problem.refused("idempotency.key-reused");
    }
    return json.fromJson(earlier.answer(), answerType);
  }
}
