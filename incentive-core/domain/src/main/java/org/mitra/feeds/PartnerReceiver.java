package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mitra.access.Actor;
import org.mitra.data.Saved;
import org.mitra.mappings.Columns;
import org.mitra.mappings.FeedKind;
import org.mitra.mappings.Mapping;
import org.mitra.mappings.MasterRows;
import org.mitra.mappings.RowMapper;
import org.mitra.partners.Partners;
import org.mitra.partners.SavePartner;

@ApplicationScoped
class PartnerReceiver extends MasterReceiver<SavePartner> {
  @Inject private Partners partners;

  @Override
  public FeedKind kind() {
    return FeedKind.PARTNERS;
  }

  @Override
  public RowMapper<SavePartner> mapper(Mapping mapping, Columns columns) {
    return MasterRows.partners(mapping, columns);
  }

  @Override
  protected List<Saved> save(String by, List<SavePartner> commands) {
    return partners.saveAll(Actor.system(), commands);
  }
}
