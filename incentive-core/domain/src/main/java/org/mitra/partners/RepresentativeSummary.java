package org.mitra.partners;

import java.io.Serializable;
import java.util.UUID;

/** A partner who sells for another. */
public record RepresentativeSummary(UUID uid, String code, String name, boolean active)
    implements Serializable {}
