package org.mitra.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.mitra.problem.Problem;

/**
 * Reads JSON bodies no further than {@link #LARGEST}, and refuses what the reader behind would take
 * in silence: a key twice, a field that nobody knows, a value of another type.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class StrictJson implements ReaderInterceptor {
  /** Some ten thousand lines of sales; more goes in a file. */
  static final int LARGEST = 4 * 1024 * 1024;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (!isJson(context.getMediaType()) || InputStream.class.equals(context.getType())) {
      return context.proceed();
    }
    refuse(declaredLength(context) > LARGEST);
    byte[] body = context.getInputStream().readNBytes(LARGEST + 1);
    refuse(body.length > LARGEST);
    JsonShape.check(body, context.getGenericType());
    context.setInputStream(new ByteArrayInputStream(body));
    return context.proceed();
  }

  private static boolean isJson(MediaType type) {
    String subtype = type.getSubtype().toLowerCase(Locale.ROOT);
    return subtype.equals("json") || subtype.endsWith("+json");
  }

  private static long declaredLength(ReaderInterceptorContext context) {
    String length = context.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH);
    return length == null || !length.matches("[0-9]{1,18}") ? 0 : Long.parseLong(length);
  }

  private static void refuse(boolean tooLarge) {
    if (tooLarge) {
      throw Problem.of(Problem.Kind.TOO_LARGE, "request.too-large").with("most", LARGEST);
    }
  }
}
