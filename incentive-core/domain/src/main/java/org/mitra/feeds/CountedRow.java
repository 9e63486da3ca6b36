package org.mitra.feeds;

import org.mitra.mappings.MappedRow;

/**
 * A row and which of the equal ones of its file it is.
 *
 * @param occurrence 1, 2, … among rows with equal cells
 * @param numbering 1, 2, … among rows that say the same, where lines are numbered so; 0 when the
 *     row is unreadable
 */
record CountedRow<T>(MappedRow<T> row, int occurrence, int numbering) {}
