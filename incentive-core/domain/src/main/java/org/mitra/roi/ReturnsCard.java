package org.mitra.roi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.home.Card;
import org.mitra.home.CardRow;
import org.mitra.home.Figure;
import org.mitra.home.HomeCard;

/**
 * An executive's first question: are the programs worth their money, and how much is left of it?
 */
@ApplicationScoped
class ReturnsCard implements HomeCard {
  private static final int SHOWN = 6;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Inject private ProgramReturns returns;

  @Override
  public Set<Role> roles() {
    return Set.of(Role.EXECUTIVE, Role.CHANNEL_MANAGER);
  }

  @Override
  public int place() {
    return 15;
  }

  @Override
  @Transactional
  public Optional<Card> card(Actor actor) {
    ReturnsOverview overview = returns.overview(actor, Basis.BEFORE);
    if (overview.salesAsOf() == null || overview.sections().isEmpty()) {
      return Optional.empty();
    }
    // The currency of most programs stands for the others, which are a click away.
    ReturnsOverview.Section section =
        overview.sections().stream()
            .max(java.util.Comparator.comparingInt(s -> s.programs().size()))
            .orElseThrow();
    ReturnFigures total = section.total();
    Card card =
        Card.of("returns")
            .fact("net", total.netProfit().toPlainString())
            .fact("cost", total.totalCost().toPlainString())
            .fact("sales", total.incrementalSales().toPlainString())
            .fact("currency", section.currency())
            .rows(section.programs().stream().limit(SHOWN).map(ReturnsCard::row).toList())
            .link("roi");
    if (total.percent() == null) {
      return Optional.of(card.with(List.of(Figure.word("undefined"))).says("undefined"));
    }
    return Optional.of(
        card.with(List.of(Figure.percent(total.percent())))
            .mood(total.percent().signum() < 0 ? Card.Mood.ATTENTION : Card.Mood.GOOD));
  }

  private static CardRow row(ReturnSummary summary) {
    ReturnFigures figures = summary.figures();
    Map<String, String> facts = new HashMap<>();
    facts.put("net", figures.netProfit().toPlainString());
    facts.put("currency", figures.currency());
    String text = "row-undefined";
    if (figures.percent() != null) {
      facts.put("percent", figures.percent().toPlainString() + "%");
      text = "row";
    }
    if (summary.budgetPercent() != null) {
      facts.put("budget", summary.budgetPercent().toPlainString() + "%");
      text += "-budget";
    }
    ProgramHead program = summary.program();
    return CardRow.of(program.nameId(), program.nameEn(), facts)
        .says(text)
        .bar(summary.budgetPercent(), HUNDRED)
        .link("roi-program?id=" + program.uid());
  }
}
