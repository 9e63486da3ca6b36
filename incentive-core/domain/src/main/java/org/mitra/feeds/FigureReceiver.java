package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.mitra.access.Actor;
import org.mitra.data.Saved;
import org.mitra.figures.AgreedFigures;
import org.mitra.figures.ProposeFigure;
import org.mitra.mappings.Columns;
import org.mitra.mappings.FeedKind;
import org.mitra.mappings.Mapping;
import org.mitra.mappings.MasterRows;
import org.mitra.mappings.RowMapper;

@ApplicationScoped
class FigureReceiver extends MasterReceiver<ProposeFigure> {
  @Inject private AgreedFigures figures;

  @Override
  public FeedKind kind() {
    return FeedKind.AGREED_FIGURES;
  }

  @Override
  public RowMapper<ProposeFigure> mapper(Mapping mapping, Columns columns) {
    return MasterRows.figures(mapping, columns);
  }

  @Override
  protected List<Saved> save(String by, List<ProposeFigure> commands) {
    return figures.proposeAll(Actor.system(), by, commands);
  }

  @Override
  public Map<String, BigDecimal> numbers(ProposeFigure command) {
    return Map.of("amount", command.amount());
  }
}
