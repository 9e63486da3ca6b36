package org.mitra.data;

import java.sql.SQLException;

/**
 * The database did not do what it was told: a defect or an outage, never a user's mistake. Rolls
 * back.
 */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int LOCK_WAIT_TIMEOUT = 1205;
  private static final int DEADLOCK = 1213;
  private static final int DUPLICATE_KEY = 1062;

  DataException(String sql, SQLException cause) {
    super(cause.getMessage() + " in: " + sql, cause);
  }

  /** Whether another transaction was in the way and trying again may help. */
  public boolean isTransient() {
    int code = ((SQLException) getCause()).getErrorCode();
    return code == LOCK_WAIT_TIMEOUT || code == DEADLOCK;
  }

  /** Whether a unique key decided against this transaction: somebody else was first. */
  public boolean isDuplicateKey() {
    return ((SQLException) getCause()).getErrorCode() == DUPLICATE_KEY;
  }
}
