package org.mitra.settlements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.idempotency.Idempotency;
import org.mitra.it.Together;
import org.mitra.remittance.RemittanceFormat;

/** Settlements that many release at once, and that are killed or interrupted anywhere. */
@ExtendWith(ArquillianExtension.class)
class SettlementRestartsIT extends SettlementStage {
  @Inject private Idempotency idempotency;
  @Resource private ManagedThreadFactory threads;

  @Test
  void ofManyWhoReleaseAtOnceOneDoesAndTheFileLeavesOnce() throws InterruptedException {
    world.account(dealer, "0123456789");
    sold(dealer, "-1", 1, 10);
    SettlementDetail seen = world.prepared(prefix, world.lastDay(1));
    UUID uid = seen.summary().uid();
    ReleaseSettlement command = new ReleaseSettlement(seen.digest(), RemittanceFormat.PAIN_001);
    String key = UUID.randomUUID().toString();

    List<String> twoPeople =
        Together.run(
            threads,
            8,
            () ->
                idempotency.once(
                    SettlementWorld.HENDRA,
                    key,
                    List.of(uid.toString(), command.digest()),
                    SettlementSummary.class,
                    () -> settlements.release(SettlementWorld.HENDRA, uid, command)));
    assertThat(twoPeople).as("a repeated click has the answer of the first").containsOnly("ok");
    List<String> others =
        Together.run(
            threads,
            4,
            () -> settlements.release(SettlementWorld.staff("joko", Role.FINANCE), uid, command));
    assertThat(others).doesNotContain("ok");

    awaitRelease(uid);
    assertThat(files(uid)).hasSize(1);
    assertThat(
            world.count(
                "SELECT COUNT(*) AS n FROM remittance_item i JOIN payout o ON o.id = i.payout_id"
                    + " JOIN settlement s ON s.id = o.settlement_id WHERE s.uid = ?",
                uid))
        .isEqualTo(1);
    assertThat(
            world.count(
                "SELECT COUNT(*) AS n FROM settlement_release r"
                    + " JOIN settlement s ON s.id = r.settlement_id WHERE s.uid = ?",
                uid))
        .isEqualTo(1);
  }

  /** The worker carries it out by itself. */
  private void awaitRelease(UUID uid) throws InterruptedException {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (settlements.get(SettlementWorld.DEWI, uid).summary().isBusy()) {
      assertThat(System.nanoTime()).as("released in time").isLessThan(deadline);
      Thread.sleep(100);
    }
  }

  @Test
  void killedAnywhereAndStartedAgainNothingHappensTwice() {
    for (int i = 0; i < 4; i++) {
      Actor partner = world.partner(prefix + "-" + i);
      world.account(partner, "55500" + i);
      sold(partner, "-" + i, 1, 10 + i);
    }
    SettlementSummary begun = world.begun(prefix, world.lastDay(1));
    int kills = 0;
    boolean killed = true;
    while (killed) {
      int steps = kills;
      killed = isKilled(() -> world.prepareUntil(begun, steps), kills);
      kills += killed ? 1 : 0;
    }
    assertThat(kills).as("killed several times").isGreaterThan(3);
    UUID uid = begun.uid();
    assertThat(world.payouts(uid)).hasSize(4);
    assertThat(sum(world.payouts(uid))).isEqualByComparingTo("4600000");

    UUID release = world.decided(uid, RemittanceFormat.PAIN_001);
    for (int steps = 0; steps < 3; steps++) {
      // One payout more each time, and the first of them again and again.
      assertThatThrownBy(() -> world.carryOut(release, 1))
          .isInstanceOf(SettlementWorld.Killed.class);
    }
    world.carryOut(release, Integer.MAX_VALUE);
    world.carryOut(release, Integer.MAX_VALUE);

    assertThat(settlements.get(SettlementWorld.DEWI, uid).summary().state())
        .isEqualTo(SettlementState.RELEASED);
    assertThat(files(uid)).hasSize(1);
    assertThat(files(uid).get(0).payments()).isEqualTo(4);
    assertThat(files(uid).get(0).total()).isEqualByComparingTo("3910000");
    assertThat(
            world.payouts(uid).stream()
                .map(p -> statement(p).booked().cash())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("3910000");
    world.payouts(uid).forEach(p -> assertThat(statement(p).booked().agrees()).isTrue());
  }

  private static boolean isKilled(Runnable work, int before) {
    assertThat(before).as("comes to an end").isLessThan(50);
    try {
      work.run();
      return false;
    } catch (SettlementWorld.Killed e) {
      return true;
    }
  }

  @Test
  void whatChangesWhileASettlementIsInterruptedWaitsForTheNext() {
    Actor other = world.partner(prefix + "-O");
    world.account(dealer, "111222");
    world.account(other, "111333");
    sold(dealer, "-1", 1, 10);
    sold(other, "-2", 1, 20);
    SettlementSummary begun = world.begun(prefix, world.lastDay(1));
    int kills = 0;
    while (world.payouts(begun.uid()).isEmpty()) {
      int steps = kills;
      assertThat(isKilled(() -> world.prepareUntil(begun, steps), kills)).isTrue();
      kills++;
    }
    sold(dealer, "-LATE", 1, 5);

    world.prepareUntil(begun, Integer.MAX_VALUE);
    assertThat(sum(world.payouts(begun.uid()))).isEqualByComparingTo("3000000");
    world.released(begun.uid());
    UUID next = world.prepared(prefix, world.lastDay(1)).summary().uid();
    assertThat(only(world.payouts(next)).gross()).isEqualByComparingTo("500000");
  }
}
