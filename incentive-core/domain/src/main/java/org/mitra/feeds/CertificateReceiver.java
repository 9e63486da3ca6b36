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
import org.mitra.partners.Certificates;
import org.mitra.partners.SaveCertificate;

@ApplicationScoped
class CertificateReceiver extends MasterReceiver<SaveCertificate> {
  @Inject private Certificates certificates;

  @Override
  public FeedKind kind() {
    return FeedKind.CERTIFICATES;
  }

  @Override
  public RowMapper<SaveCertificate> mapper(Mapping mapping, Columns columns) {
    return MasterRows.certificates(mapping, columns);
  }

  @Override
  protected List<Saved> save(String by, List<SaveCertificate> commands) {
    return certificates.saveAll(Actor.system(), commands);
  }
}
