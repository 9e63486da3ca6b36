package org.mitra.sales;

import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.engine.Kind;
import org.mitra.problem.Problem;

/**
 * What makes two reports the same line: source, document, line and kind, all normalised. The same
 * key with the same content is nothing new; with other content it supersedes.
 *
 * @param source the system that numbered the document
 * @param document number of the document
 * @param line which line of it
 * @param kind what the line reports
 */
public record LineKey(String source, String document, String line, Kind kind) {
  public LineKey {
    source = key(source, 80, "source");
    document = key(document, 64, "document");
    line = key(line, 64, "line");
    Fields.present(kind, "kind");
  }

  private static String key(String text, int most, String field) {
    String key = BusinessKey.normalise(text);
    if (key.isEmpty()) {
      throw Problem.invalid("field.missing").with("field", field).at("/" + field);
    }
    if (key.length() > most) {
      throw Problem.invalid("field.too-long")
          .with("field", field)
          .with("most", most)
          .at("/" + field);
    }
    return key;
  }

  /** Whether the line undoes another: it belongs where its sale counts. */
  public boolean undoes() {
    return kind == Kind.RETURN || kind == Kind.CANCELLATION || kind == Kind.PRICE_CORRECTION;
  }
}
