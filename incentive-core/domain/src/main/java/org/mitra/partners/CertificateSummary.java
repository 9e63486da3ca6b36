package org.mitra.partners;

import java.time.LocalDate;

/**
 * A certificate that a partner earned.
 *
 * @param code of the training
 * @param earnedOn first day
 * @param expiresOn first day on which it no longer holds; null when it stays
 * @param held whether he holds it today
 */
public record CertificateSummary(
    String code, LocalDate earnedOn, LocalDate expiresOn, boolean held) {}
