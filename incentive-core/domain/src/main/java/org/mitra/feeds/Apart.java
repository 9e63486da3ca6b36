package org.mitra.feeds;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/**
 * Work in a transaction of its own: what is refused there is rolled back there, and the others of
 * its chunk go on.
 */
@ApplicationScoped
class Apart {
  @Resource private TransactionSynchronizationRegistry transaction;

  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  <T> T done(Supplier<T> work) {
    return work.get();
  }

  /** Does the work, answers what came of it, and undoes it. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  <T> T tried(Supplier<T> work) {
    T result = work.get();
    transaction.setRollbackOnly();
    return result;
  }
}
