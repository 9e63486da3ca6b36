package org.mitra.sales;

import java.time.Instant;

/**
 * How lines came in.
 *
 * @param feedId the import that brought them; null when typed in
 * @param by username of whoever brought them
 * @param receivedAt when the vendor got to know of them
 * @param submittedAt when a partner typed them in; null otherwise
 */
public record Delivery(Long feedId, String by, Instant receivedAt, Instant submittedAt) {}
