package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mitra.mappings.FeedKind;
import org.mitra.mappings.MappingSummary;
import org.mitra.mappings.Mappings;
import org.mitra.web.LazyList;
import org.mitra.web.Visitor;

/** All mappings in their newest version. */
@Named
@ViewScoped
public class MappingsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Mappings mappings;
  @Inject private transient Visitor visitor;

  private transient LazyList<MappingSummary> list;

  @PostConstruct
  void open() {
    list = new LazyList<>(query -> mappings.list(visitor.actor(), query), MappingSummary::uid);
  }

  public LazyList<MappingSummary> getList() {
    return list;
  }

  public FeedKind[] getKinds() {
    return FeedKind.values();
  }
}
