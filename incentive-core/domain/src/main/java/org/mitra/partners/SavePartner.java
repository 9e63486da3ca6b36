package org.mitra.partners;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.money.Currency;
import org.mitra.problem.Problem;

/**
 * Creates a partner, or changes the one with this code.
 *
 * @param code business key; normalised
 * @param name as people know him
 * @param type distributor, dealer or representative; fixed once created
 * @param currency in which he is paid, ISO 4217
 * @param email where news go; may be empty
 * @param taxNumber NPWP; may be empty
 * @param joinedOn first day as a partner; fixed once created
 * @param active whether he may sign in and claim
 * @param parent code of the partner above him; empty at the top, where a representative cannot be
 * @param level such as GOLD; may be empty
 * @param region code of the region; may be empty
 * @param territory code of the sales territory; may be empty
 * @param standingFrom first day on which parent, level, region and territory hold; null: the
 *     joining date for a new partner, and today for one whose standing changes
 */
public record SavePartner(
    String code,
    String name,
    PartnerType type,
    String currency,
    String email,
    String taxNumber,
    LocalDate joinedOn,
    boolean active,
    String parent,
    String level,
    String region,
    String territory,
    LocalDate standingFrom) {
  private static final Pattern TAX_NUMBER = Pattern.compile("[0-9.\\- ]{0,32}");

  public SavePartner {
    code = BusinessKey.require(code, "code");
    name = Fields.text(name, 200, "name");
    Fields.present(type, "type");
    if (Currency.find(currency).isEmpty()) {
      throw Problem.invalid("field.currency").with("value", currency).at("/currency");
    }
    email = Fields.email(email, "email");
    taxNumber = Fields.optional(taxNumber, 32, "taxNumber");
    if (!TAX_NUMBER.matcher(taxNumber).matches()) {
      throw Problem.invalid("field.tax-number").at("/taxNumber");
    }
    Fields.present(joinedOn, "joinedOn");
    parent = BusinessKey.normalise(parent);
    level = Fields.optional(level, 32, "level").toUpperCase(Locale.ROOT);
    region = Fields.optional(region, 64, "region").toUpperCase(Locale.ROOT);
    territory = BusinessKey.normalise(territory);
    if (territory.length() > 64) {
      throw Problem.invalid("field.code").with("field", "territory").at("/territory");
    }
    if (type == PartnerType.REPRESENTATIVE && parent.isEmpty()) {
      throw Problem.invalid("partner.representative-alone").at("/parent");
    }
  }
}
