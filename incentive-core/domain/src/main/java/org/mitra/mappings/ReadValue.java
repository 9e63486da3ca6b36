package org.mitra.mappings;

/**
 * What one field of a row says, for people who look whether a mapping is right.
 *
 * @param field name of the field
 * @param type how it was read
 * @param value plain decimals, ISO days, instants in UTC; empty when the row says nothing, null
 *     when it cannot be read
 * @param cell as the file writes it; empty when the file has no column for it
 */
public record ReadValue(String field, FeedField.Type type, String value, String cell) {}
