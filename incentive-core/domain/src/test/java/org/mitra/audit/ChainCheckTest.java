package org.mitra.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mitra.data.Sha256;

/** Whoever flips, removes, adds or moves an event is found, and where. */
class ChainCheckTest {
  private record Row(AuditEvent event, Sha256 previous, Sha256 hash) {}

  private final List<Row> rows = new ArrayList<>();

  ChainCheckTest() {
    Sha256 hash = Sha256.NONE;
    for (int id = 1; id <= 9; id++) {
      AuditEvent event = event(id, "{\"amount\":\"" + id + "\"}");
      Sha256 next = event.hashAfter(hash);
      rows.add(new Row(event, hash, next));
      hash = next;
    }
  }

  private static AuditEvent event(long id, String facts) {
    Instant time = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(id);
    return new AuditEvent(id, time, "maya", "claim.approved", "claim", "uid-" + id, facts);
  }

  @Test
  void anUntouchedChainHolds() {
    Verification found = check();
    assertThat(found.holds()).isTrue();
    assertThat(found.events()).isEqualTo(9);
    assertThat(found.hash()).isEqualTo(rows.get(8).hash());
  }

  @Test
  void aFlippedFactIsFound() {
    Row row = rows.get(4);
    rows.set(4, new Row(event(5, "{\"amount\":\"999\"}"), row.previous(), row.hash()));
    finds(5, Break.CHANGED);
  }

  @Test
  void aFlippedFactWithANewHashIsFoundAtTheNext() {
    Row row = rows.get(4);
    AuditEvent forged = event(5, "{\"amount\":\"999\"}");
    rows.set(4, new Row(forged, row.previous(), forged.hashAfter(row.previous())));
    finds(6, Break.MOVED);
  }

  @Test
  void aRemovedEventIsFound() {
    rows.remove(4);
    finds(5, Break.MISSING);
  }

  @Test
  void theLastEventIsMissed() {
    Row last = rows.remove(8);
    ChainCheck check = walk();
    check.end(9, last.hash());
    assertThat(check.verification().brokenAt()).isEqualTo(9);
    assertThat(check.verification().broken()).isEqualTo(Break.MISSING);
  }

  @Test
  void anAddedEventIsFound() {
    Row last = rows.get(8);
    AuditEvent forged = event(10, "{}");
    rows.add(new Row(forged, last.hash(), forged.hashAfter(last.hash())));
    ChainCheck check = walk();
    check.end(9, last.hash());
    assertThat(check.verification().brokenAt()).isEqualTo(10);
    assertThat(check.verification().broken()).isEqualTo(Break.ADDED);
  }

  @Test
  void twoThatChangedPlacesAreFound() {
    Collections.swap(rows, 3, 4);
    assertThat(check().brokenAt()).isEqualTo(4);
  }

  @Test
  void aChainThatWasMadeAnewDoesNotEndInTheSameHash() {
    Sha256 kept = rows.get(8).hash();
    Row row = rows.get(8);
    AuditEvent forged = event(9, "{}");
    rows.set(8, new Row(forged, row.previous(), forged.hashAfter(row.previous())));
    ChainCheck check = walk();
    check.end(9, kept);
    assertThat(check.verification().broken()).isEqualTo(Break.CHANGED);
    assertThat(check.verification().brokenAt()).isEqualTo(9);
  }

  private void finds(long at, Break how) {
    assertThat(check().brokenAt()).isEqualTo(at);
    assertThat(check().broken()).isEqualTo(how);
  }

  private Verification check() {
    ChainCheck check = walk();
    Row last = rows.get(rows.size() - 1);
    check.end(last.event().id(), last.hash());
    return check.verification();
  }

  private ChainCheck walk() {
    ChainCheck check = new ChainCheck();
    rows.forEach(row -> check.see(row.event(), row.previous(), row.hash()));
    return check;
  }
}
