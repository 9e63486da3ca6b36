package org.mitra.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.it.Refused;
import org.mitra.it.Together;
import org.mitra.problem.Problem;

@ExtendWith(ArquillianExtension.class)
class SignInsIT {
  private static final String PASSWORD = "correct horse battery";

  @Inject private Users users;
  @Inject private SignIns signIns;
  @Inject private BusinessClock clock;
  @Resource private ManagedThreadFactory threads;

  private final Actor admin =
      new Actor("boss", "Boss", EnumSet.of(Role.ADMINISTRATOR), Optional.empty());

  @Test
  void guessingIsSlowedDownAndTheOwnerIsNotLockedOut() {
    account("signin-slow");
    standingStill(
        () -> {
          for (int i = 0; i < 5; i++) {
            assertThat(signIn("signin-slow", "wrong " + i, "10.0.0.1")).isEmpty();
          }
          Problem slow =
              Refused.with("sign-in.slow-down", () -> signIn("signin-slow", PASSWORD, "10.0.0.1"));
          assertThat(slow.kind().status()).isEqualTo(429);
          assertThat(Integer.parseInt(slow.facts().get("seconds"))).isBetween(1, 900);
          assertThat(signIn("signin-slow", PASSWORD, "10.0.0.2"))
              .as("the owner, from elsewhere")
              .isPresent();
        });
    clock.at(
        clock.now().plus(Duration.ofMinutes(16)),
        () -> assertThat(signIn("signin-slow", PASSWORD, "10.0.0.1")).isPresent());
  }

  @Test
  void aNameUnderAttackFromEverywhereWaitsHalfAMinuteAtMost() {
    account("signin-attacked");
    List<Problem> slowed = new ArrayList<>();
    standingStill(
        () -> {
          for (int i = 0; i < 26; i++) {
            try {
              signIn("signin-attacked", "wrong", "10.1.0." + i);
            } catch (Problem problem) {
              slowed.add(problem);
            }
          }
        });
    assertThat(slowed).isNotEmpty();
    Problem last = slowed.get(slowed.size() - 1);
    assertThat(Integer.parseInt(last.facts().get("seconds"))).isBetween(1, 31);
    clock.at(
        clock.now().plus(Duration.ofSeconds(32)),
        () -> assertThat(signIn("signin-attacked", PASSWORD, "10.1.1.1")).isPresent());
  }

  @Test
  void anUnknownNameAnswersLikeAWrongPassword() {
    standingStill(
        () -> {
          for (int i = 0; i < 5; i++) {
            assertThat(signIn("signin-nobody", PASSWORD, "10.2.0.1")).isEmpty();
          }
          Refused.with("sign-in.slow-down", () -> signIn("signin-nobody", PASSWORD, "10.2.0.1"));
        });
  }

  /** Looking at passwords takes as long as the machine lets it; the time of the house waits. */
  private void standingStill(Runnable signIns) {
    clock.at(clock.now(), signIns);
  }

  @Test
  void mistakesBeforeTheRightPasswordAreForgotten() {
    account("signin-forgetful");
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 3; i++) {
        assertThat(signIn("signin-forgetful", "wrong", "10.3.0.1")).isEmpty();
      }
      assertThat(signIn("Signin-Forgetful ", PASSWORD, "10.3.0.1")).isPresent();
    }
  }

  /** From one office, where each has a name of his own and nobody was wrong before. */
  @Test
  void manyWhoComeAtOnceDoNotSlowEachOtherDown() throws InterruptedException {
    AtomicInteger number = new AtomicInteger();
    List<String> outcomes =
        Together.run(
            threads,
            8,
            () -> signIn("signin-many-" + number.incrementAndGet(), PASSWORD, "10.5.0.1"));
    assertThat(outcomes).containsOnly("ok");
  }

  @Test
  void manyWhoEnterAtOnceDoNotWaitForEachOther() throws InterruptedException {
    account("signin-enter-0");
    account("signin-enter-1");
    AtomicInteger number = new AtomicInteger();
    List<String> outcomes =
        Together.run(
            threads,
            12,
            () -> {
              int i = number.getAndIncrement();
              return signIn("signin-enter-" + i % 2, PASSWORD, "10.6.0." + i % 4).orElseThrow();
            });
    assertThat(outcomes).containsOnly("ok");
  }

  @Test
  void whoBelongsElsewhereIsAStrangerHere() {
    account("signin-elsewhere");
    assertThat(signIns.signIn("signin-elsewhere", PASSWORD, "10.4.0.1", Role.PARTNER)).isEmpty();
    assertThat(signIns.signIn(null, null, "10.4.0.1", Role.STAFF)).isEmpty();
    assertThat(signIn("signin-elsewhere", "x".repeat(100_000), "10.4.0.2")).isEmpty();
  }

  private void account(String name) {
    users.save(
        admin, new SaveUser(name, name, "", "id", EnumSet.of(Role.FINANCE), "", true), PASSWORD);
  }

  private Optional<SignedIn> signIn(String name, String password, String address) {
    return signIns.signIn(name, password, address, Role.STAFF);
  }
}
