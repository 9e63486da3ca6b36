package org.mitra.documents;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A file in a list.
 *
 * @param size bytes
 */
public record DocumentSummary(
    UUID uid, String name, String mediaType, long size, String uploadedBy, Instant uploadedAt)
    implements Serializable {}
