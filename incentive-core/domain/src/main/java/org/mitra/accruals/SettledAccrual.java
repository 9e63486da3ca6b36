package org.mitra.accruals;

import java.util.UUID;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.Explanation;
import org.mitra.money.Money;

/**
 * What a partner has earned in a closed period of a program and no settlement had taken up.
 *
 * @param accrual public id of the accrual
 * @param entitled earned in the period in all
 * @param settledBefore of it, taken up by earlier settlements
 * @param amount the difference: what is taken up now; never zero
 * @param closedBy the settlement that closed the period: another one when this adjusts it
 * @param explanation why {@code entitled} is what it is
 */
public record SettledAccrual(
    UUID accrual,
    AccrualKey key,
    Money entitled,
    Money settledBefore,
    Money amount,
    long closedBy,
    Explanation explanation) {}
