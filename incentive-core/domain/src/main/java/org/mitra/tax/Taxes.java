package org.mitra.tax;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.data.Sql;
import org.mitra.event.DomainEvent;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.money.Rate;
import org.mitra.problem.Problem;

/**
 * The withholding of the installation's country pack. A pack without a rate for a recipient and a
 * kind of payable withholds nothing from it.
 */
@ApplicationScoped
public class Taxes {
  @Inject private Sql sql;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /** {@code ID} for Indonesia, {@code NONE} for an installation that withholds nothing. */
  @Inject
  @ConfigProperty(name = "mitra.tax.pack", defaultValue = "ID")
  private String pack;

  public String pack() {
    return pack;
  }

  /** All rates of the pack, newest first. */
  @Transactional
  public List<WithholdingRate> rates() {
    return sql.rows(
        Taxes::rate,
        "SELECT * FROM withholding_rate WHERE pack = ? ORDER BY recipient, source, valid_from DESC",
        pack);
  }

  private static WithholdingRate rate(Sql.Row row) throws SQLException {
    return new WithholdingRate(
        row.text("pack"),
        row.text("form"),
        row.constant("recipient", TaxRecipient.class),
        row.text("source"),
        row.day("valid_from"),
        row.decimal("percent"));
  }

  /** The rates that hold on a day, read once for many payouts. */
  public Rates on(LocalDate day) {
    return new Rates(rates().stream().filter(rate -> !rate.validFrom().isAfter(day)).toList());
  }

  /** Rates of one day, newest first. */
  public static final class Rates {
    private final List<WithholdingRate> rates;

    private Rates(List<WithholdingRate> rates) {
      this.rates = rates;
    }

    /**
     * What is withheld from a payout. Only kinds of payables with a rate are taxed.
     *
     * @param sums what is paid, by kind of payable; may hold negative sums
     */
    public Withheld withhold(TaxRecipient recipient, Map<String, Money> sums, Currency currency) {
      for (WithholdingRate rate : rates) {
        Money base = sums.get(rate.source());
        if (rate.recipient() == recipient && base != null && base.signum() > 0) {
          Rate share = Rate.of(rate.percent().stripTrailingZeros().toPlainString() + "%");
          Money amount = Money.rounded(share.of(base.exact()), currency, RoundingMode.HALF_UP);
          return new Withheld(rate.form(), share, base, amount);
        }
      }
      return new Withheld("", Rate.ZERO, Money.zero(currency), Money.zero(currency));
    }
  }

  private static final String RECIPIENTS =
      "SELECT p.id, COALESCE(r.recipient, CASE WHEN p.type = 'REPRESENTATIVE' THEN 'PERSON'"
          + " ELSE 'COMPANY' END) AS recipient FROM partner p"
          + " LEFT JOIN tax_recipient r ON r.partner_id = p.id";

  /**
   * What a partner is to the tax office: unless finance said otherwise, a representative is a
   * person and everybody else a company.
   */
  @Transactional
  public TaxRecipient recipient(long partnerId) {
    return sql.row(
            row -> row.constant("recipient", TaxRecipient.class),
            RECIPIENTS + " WHERE p.id = ?",
            partnerId)
        .orElseThrow(Problem::notFound);
  }

  /** What everybody is to the tax office, by row id of the partner. */
  @Transactional
  public Map<Long, TaxRecipient> recipients() {
    Map<Long, TaxRecipient> recipients = new HashMap<>();
    sql.each(
        row -> recipients.put(row.number("id"), row.constant("recipient", TaxRecipient.class)),
        RECIPIENTS);
    return recipients;
  }

  /** Like {@link #recipient(long)}, by the partner's code. */
  @Transactional
  public TaxRecipient recipient(Actor actor, String partnerCode) {
    actor.require(Role.FINANCE, Role.AUDITOR);
    return recipient(partnerId(partnerCode));
  }

  /** Says what a partner is to the tax office; counts for payouts prepared from now on. */
  @Transactional(rollbackOn = Exception.class)
  public void treatAs(Actor actor, String partnerCode, TaxRecipient recipient) {
    actor.require(Role.FINANCE);
    Fields.present(recipient, "recipient");
    sql.update(
        "INSERT INTO tax_recipient (partner_id, recipient, changed_by, changed_at)"
            + " VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE recipient = VALUES(recipient),"
            + " changed_by = VALUES(changed_by), changed_at = VALUES(changed_at)",
        partnerId(partnerCode),
        recipient,
        actor.username(),
        clock.now());
    events.fire(
        DomainEvent.of(
            actor,
            "tax-recipient.changed",
            BusinessKey.normalise(partnerCode),
            "recipient",
            recipient.name()));
  }

  private long partnerId(String code) {
    Optional<Long> id =
        sql.row(
            row -> row.number("id"),
            "SELECT id FROM partner WHERE code = ?",
            BusinessKey.normalise(code));
    return id.orElseThrow(Problem::notFound);
  }
}
