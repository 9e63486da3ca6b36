package org.mitra.tables;

import java.util.List;

/**
 * What a person should know about a file that was read.
 *
 * @param hiddenRows rows that are hidden in the spreadsheet and were read all the same
 * @param otherSheets sheets that were not read
 */
public record FileNotes(long hiddenRows, List<String> otherSheets) {
  public static final FileNotes NONE = new FileNotes(0, List.of());

  public FileNotes {
    otherSheets = List.copyOf(otherSheets);
  }
}
