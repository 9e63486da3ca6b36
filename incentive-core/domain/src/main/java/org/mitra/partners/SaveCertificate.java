package org.mitra.partners;

import java.time.LocalDate;
import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.problem.Problem;

/**
 * Says that a partner earned a certificate, or until when one holds that he earned before.
 *
 * @param partner code of the partner; normalised
 * @param code of the training; normalised
 * @param earnedOn first day on which he holds it
 * @param expiresOn first day on which he no longer holds it; null when it stays
 */
public record SaveCertificate(
    String partner, String code, LocalDate earnedOn, LocalDate expiresOn) {
  public SaveCertificate {
    partner = BusinessKey.require(partner, "partner");
    code = BusinessKey.require(code, "code");
    Fields.present(earnedOn, "earnedOn");
    if (expiresOn != null && !expiresOn.isAfter(earnedOn)) {
      throw Problem.invalid("certificate.expired-before").at("/expiresOn");
    }
  }
}
