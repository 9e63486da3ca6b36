package org.mitra.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.Sql;
import org.mitra.it.Refused;
import org.mitra.it.Together;

@ExtendWith(ArquillianExtension.class)
class IdempotencyIT {
  public record Request(String name, int amount) {}

  public record Answer(String number) {}

  @Inject private Idempotency idempotency;
  @Inject private Effect effect;
  @Resource private ManagedThreadFactory threads;

  private final Actor maya = actor("idem-maya");

  @Test
  void aDoubleSubmitHasOneEffectAndOneAnswer() throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    Set<Answer> answers = ConcurrentHashMap.newKeySet();
    List<String> outcomes =
        Together.run(
            threads,
            16,
            () ->
                answers.add(
                    idempotency.once(
                        maya,
                        "double-submit-1",
                        new Request("a", 1),
                        Answer.class,
                        () -> {
                          effect.leave("double-submit");
                          return new Answer("A-" + done.incrementAndGet());
                        })));
    assertThat(outcomes).containsOnly("ok");
    assertThat(answers).hasSize(1);
    assertThat(effect.left("double-submit")).isEqualTo(1);
  }

  @Test
  void aCrashInBetweenLeavesNothingAndTheNextTryDoesIt() {
    assertThatThrownBy(
            () ->
                idempotency.once(
                    maya,
                    "crash-between-1",
                    new Request("a", 1),
                    Answer.class,
                    () -> {
                      effect.leave("crash-between");
                      throw new IllegalStateException("the server fell over here");
                    }))
        .hasStackTraceContaining("fell over");
    assertThat(effect.left("crash-between")).isZero();
    Answer answer = once("crash-between-1", new Request("a", 1), "crash-between");
    assertThat(answer.number()).isEqualTo("done");
    assertThat(effect.left("crash-between")).isEqualTo(1);
    assertThat(once("crash-between-1", new Request("a", 1), "crash-between")).isEqualTo(answer);
    assertThat(effect.left("crash-between")).isEqualTo(1);
  }

  @Test
  void theSameKeyForSomethingElseIsRefused() {
    once("reused-key-1", new Request("a", 1), "reused");
    assertThat(
            Refused.with(
                    "idempotency.key-reused",
                    () -> once("reused-key-1", new Request("a", 2), "reused"))
                .kind()
                .status())
        .isEqualTo(422);
    assertThat(effect.left("reused")).isEqualTo(1);
    idempotency.once(
        actor("idem-other"),
        "reused-key-1",
        new Request("a", 2),
        Answer.class,
        () -> {
          effect.leave("reused");
          return new Answer("his own");
        });
    assertThat(effect.left("reused")).as("another's key is another key").isEqualTo(2);
  }

  @Test
  void keysAreCheckedAndDistinguishCase() {
    for (String key : new String[] {null, "", "short", "has a blank in it", "x".repeat(129)}) {
      Refused.with("idempotency.key-missing", () -> once(key, new Request("a", 1), "unkeyed"));
    }
    once("Case-Sensitive-1", new Request("a", 1), "cases");
    once("case-sensitive-1", new Request("a", 1), "cases");
    assertThat(effect.left("cases")).isEqualTo(2);
    assertThat(effect.left("unkeyed")).isZero();
  }

  private Answer once(String key, Request request, String name) {
    return idempotency.once(
        maya,
        key,
        request,
        Answer.class,
        () -> {
          effect.leave(name);
          return new Answer("done");
        });
  }

  private static Actor actor(String name) {
    return new Actor(name, name, EnumSet.of(Role.CHANNEL_MANAGER), Optional.empty());
  }

  /** Something that a request leaves in the database. */
  @ApplicationScoped
  public static class Effect {
    @Inject private Sql sql;

    @Transactional(Transactional.TxType.MANDATORY)
    public void leave(String name) {
      sql.update(
          "INSERT INTO sign_in_throttle (subject, failures, blocked_until) VALUES (?, 1, '2999-01-01')"
              + " ON DUPLICATE KEY UPDATE failures = failures + 1",
          "effect " + name);
    }

    @Transactional
    public long left(String name) {
      return sql.row(
              row -> row.number("failures"),
              "SELECT failures FROM sign_in_throttle WHERE subject = ?",
              "effect " + name)
          .orElse(0L);
    }
  }
}
