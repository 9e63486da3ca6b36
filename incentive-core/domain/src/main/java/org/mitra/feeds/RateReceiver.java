package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.mitra.access.Actor;
import org.mitra.data.Saved;
import org.mitra.exchange.ExchangeRates;
import org.mitra.exchange.SaveRate;
import org.mitra.mappings.Columns;
import org.mitra.mappings.FeedKind;
import org.mitra.mappings.Mapping;
import org.mitra.mappings.MasterRows;
import org.mitra.mappings.RowMapper;

@ApplicationScoped
class RateReceiver extends MasterReceiver<SaveRate> {
  @Inject private ExchangeRates rates;

  @Override
  public FeedKind kind() {
    return FeedKind.EXCHANGE_RATES;
  }

  @Override
  public RowMapper<SaveRate> mapper(Mapping mapping, Columns columns) {
    return MasterRows.rates(mapping, columns);
  }

  @Override
  protected List<Saved> save(String by, List<SaveRate> commands) {
    return rates.saveAll(Actor.system(), commands);
  }

  @Override
  public Map<String, BigDecimal> numbers(SaveRate command) {
    return Map.of("rate", command.rate());
  }
}
