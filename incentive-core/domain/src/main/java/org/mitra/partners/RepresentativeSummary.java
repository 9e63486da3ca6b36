package org.mitra.partners;

import java.util.UUID;

/** A person who sells for a partner. */
public record RepresentativeSummary(UUID uid, String code, String name, boolean active) {}
