package org.mitra.audit;

import org.mitra.data.Sha256;

/** Follows the chain event by event, up to where it first breaks. */
final class ChainCheck {
  private long last;
  private long holding;
  private Sha256 hash = Sha256.NONE;
  private Break broken;

  /** Number of the last event that was seen. */
  long last() {
    return last;
  }

  void see(AuditEvent event, Sha256 previous, Sha256 stored) {
    if (broken == null) {
      broken = fault(event, previous, stored);
      if (broken == null) {
        holding = event.id();
        hash = stored;
      }
    }
    last = event.id();
  }

  private Break fault(AuditEvent event, Sha256 previous, Sha256 stored) {
    if (event.id() != holding + 1) {
      return Break.MISSING;
    }
    if (!previous.equals(hash)) {
      return Break.MOVED;
    }
    return stored.equals(event.hashAfter(previous)) ? null : Break.CHANGED;
  }

  /** The end of the chain as it is remembered elsewhere. */
  void end(long headLast, Sha256 headHash) {
    if (broken != null) {
      return;
    }
    if (headLast > last) {
      broken = Break.MISSING;
    } else if (headLast < last) {
      // Those after the head were never recorded by us, however well they follow each other.
      holding = headLast;
      broken = Break.ADDED;
    } else if (!headHash.equals(hash)) {
      holding = Math.max(0, headLast - 1);
      broken = Break.CHANGED;
    }
  }

  Verification verification() {
    return new Verification(holding, hash, broken == null ? 0 : holding + 1, broken);
  }
}
