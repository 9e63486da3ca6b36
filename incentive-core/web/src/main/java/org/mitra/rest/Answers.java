package org.mitra.rest;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.mitra.problem.Problem;

/** What resources say again and again. */
public final class Answers {
  private Answers() {}

  /**
   * 201 with the address of what was created.
   *
   * @param resource path of the resource below the API's root, such as {@code partners}
   */
  public static Response created(String resource, UUID uid, Object entity) {
    return Response.created(URI.create(resource + "/" + uid)).entity(entity).build();
  }

  /**
   * A day in a path, as ISO writes it.
   *
   * @throws Problem 400 when it is none
   */
  public static LocalDate day(String text, String field) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Problem.invalid("field.day").with("field", field).with("value", text);
    }
  }

  /**
   * The filters that a caller named.
   *
   * @param namesAndValues in turn; a value that is null does not filter
   */
  public static Map<String, String> filters(String... namesAndValues) {
    Map<String, String> filters = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        filters.put(namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return filters;
  }
}
