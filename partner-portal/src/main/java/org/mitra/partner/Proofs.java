package org.mitra.partner;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mitra.documents.DocumentSummary;
import org.mitra.documents.Documents;
import org.mitra.web.Visitor;
import org.primefaces.model.file.UploadedFile;

/** The files that are attached to a form before it is sent. */
@Dependent
public class Proofs implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Documents kept;
  @Inject private transient Visitor visitor;

  private final List<UUID> uids = new ArrayList<>();
  private transient List<DocumentSummary> documents;

  void are(List<DocumentSummary> others) {
    uids.clear();
    others.forEach(document -> uids.add(document.uid()));
    documents = null;
  }

  /** Keeps a file; what it is, its content tells and not its name. */
  void add(UploadedFile file) {
    try (InputStream content = file.getInputStream()) {
      byte[] bytes = content.readNBytes(Documents.LARGEST + 1);
      uids.add(kept.keep(visitor.actor(), file.getFileName(), bytes).uid());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    documents = null;
  }

  void remove(DocumentSummary document) {
    uids.remove(document.uid());
    documents = null;
  }

  List<UUID> uids() {
    return List.copyOf(uids);
  }

  List<DocumentSummary> list() {
    if (documents == null) {
      long partner = visitor.actor().requirePartner().partnerId().getAsLong();
      documents = kept.of(partner, uids);
    }
    return documents;
  }
}
