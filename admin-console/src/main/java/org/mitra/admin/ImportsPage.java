package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.mitra.access.Role;
import org.mitra.data.ListQuery;
import org.mitra.feeds.ImportState;
import org.mitra.feeds.ImportSummary;
import org.mitra.feeds.Imports;
import org.mitra.mappings.FeedKind;
import org.mitra.mappings.MappingSummary;
import org.mitra.mappings.Mappings;
import org.mitra.problem.Problem;
import org.mitra.web.LazyList;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;
import org.primefaces.model.file.UploadedFile;

/** All imports, and where a file is uploaded. */
@Named
@ViewScoped
public class ImportsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Imports imports;
  @Inject private transient Mappings mappings;
  @Inject private transient Uploads uploads;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  /** Of this form: sent twice, the file is one import. */
  private final String key = UUID.randomUUID().toString();

  private String mapping;
  private transient UploadedFile file;
  private transient List<MappingSummary> known;
  private transient LazyList<ImportSummary> list;

  @PostConstruct
  void open() {
    list = new LazyList<>(query -> imports.list(visitor.actor(), query), ImportSummary::uid);
  }

  public void upload() throws IOException {
    if (file == null || file.getFileName() == null || file.getFileName().isBlank()) {
      throw Problem.refused("file.none").at("/file");
    }
    try (InputStream content = file.getInputStream()) {
      UUID uid = uploads.take(key, mapping, file.getFileName(), content);
      notices.open("/import?id=" + uid);
    }
  }

  public boolean isChangeable() {
    return visitor.actor().hasAny(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
  }

  public List<MappingSummary> getMappings() {
    if (known == null) {
      known = mappings.list(visitor.actor(), ListQuery.firstRows(ListQuery.MOST)).rows();
    }
    return known;
  }

  public LazyList<ImportSummary> getList() {
    return list;
  }

  public ImportState[] getStates() {
    return ImportState.values();
  }

  public FeedKind[] getKinds() {
    return FeedKind.values();
  }

  public String getMapping() {
    return mapping;
  }

  public void setMapping(String mapping) {
    this.mapping = mapping;
  }

  public UploadedFile getFile() {
    return file;
  }

  public void setFile(UploadedFile file) {
    this.file = file;
  }
}
