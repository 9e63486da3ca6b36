package org.mitra.payouts;

import java.util.Map;
import org.mitra.engine.Explanation;
import org.mitra.money.Money;

/**
 * An approved amount and why it is what it is: {@code amount = entitled − settledBefore}.
 *
 * @param memo names the sentence that the books show, with {@code facts}
 * @param entitled earned in the period in all; for a fund the amount itself
 * @param settledBefore of it, in earlier settlements
 * @param explanation why {@code entitled} is what it is; null for a fund, whose activity tells it
 */
public record PayableDetail(
    PayableSummary summary,
    String memo,
    Map<String, String> facts,
    Money entitled,
    Money settledBefore,
    Money amount,
    Explanation explanation) {}
