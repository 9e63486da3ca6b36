package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.mitra.access.Actor;
import org.mitra.catalog.Products;
import org.mitra.catalog.SaveProduct;
import org.mitra.data.Saved;
import org.mitra.mappings.Columns;
import org.mitra.mappings.FeedKind;
import org.mitra.mappings.Mapping;
import org.mitra.mappings.MasterRows;
import org.mitra.mappings.RowMapper;

@ApplicationScoped
class ProductReceiver extends MasterReceiver<SaveProduct> {
  @Inject private Products products;

  @Override
  public FeedKind kind() {
    return FeedKind.PRODUCTS;
  }

  @Override
  public RowMapper<SaveProduct> mapper(Mapping mapping, Columns columns) {
    return MasterRows.products(mapping, columns);
  }

  @Override
  protected List<Saved> save(String by, List<SaveProduct> commands) {
    return products.saveAll(Actor.system(), commands);
  }

  @Override
  public Map<String, BigDecimal> numbers(SaveProduct command) {
    return command.cost() == null ? Map.of() : Map.of("cost", command.cost());
  }

  @Override
  public String currency(SaveProduct command) {
    return command.cost() == null ? "" : command.currency();
  }
}
