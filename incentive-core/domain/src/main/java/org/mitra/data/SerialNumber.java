package org.mitra.data;

import java.util.Locale;

/** How people name a row that has a running number: {@code P-000042}. */
public final class SerialNumber {
  private SerialNumber() {}

  public static String of(String prefix, long id) {
    return String.format(Locale.ROOT, "%s-%06d", prefix, id);
  }
}
