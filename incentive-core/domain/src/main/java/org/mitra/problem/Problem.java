package org.mitra.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that cannot be carried out, for a reason that the person can be told. Nothing of it is
 * stored.
 *
 * <p>The code names a sentence and a next step in both languages ({@code problem.<code>} and {@code
 * problem.<code>.next} in {@code texts}); facts fill the sentence.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of problem it is; each has its HTTP status. */
  public enum Kind {
    /** The request is malformed or breaks a rule of form. */
    INVALID(400),
    /** Nobody is signed in. */
    UNAUTHENTICATED(401),
    /** He may not do this. */
    FORBIDDEN(403),
    /** There is no such thing, or he may not know of it. */
    NOT_FOUND(404),
    /** The address does not answer to the method. */
    WRONG_METHOD(405),
    /** The address does not give the format that was asked for. */
    NOT_ACCEPTABLE(406),
    /** It has changed since, or is in another state. */
    CONFLICT(409),
    /** Too large to be taken. */
    TOO_LARGE(413),
    /** The address does not take the format that was sent. */
    UNSUPPORTED_MEDIA(415),
    /** Understood, well-formed, and against the rules of the business. */
    REFUSED(422),
    /** Too often. */
    TOO_MANY(429),
    /** Our own mistake. */
    DEFECT(500),
    /** Not now. */
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  private final Kind kind;
  private final String code;
  private final transient Map<String, String> facts;
  private final String field;
  private final transient List<Problem> parts;

  private Problem(
      Kind kind, String code, Map<String, String> facts, String field, List<Problem> parts) {
    super(kind + " " + code + " " + facts + (field.isEmpty() ? "" : " at " + field));
    this.kind = kind;
    this.code = code;
    this.facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    this.field = field;
    this.parts = List.copyOf(parts);
  }

  public static Problem of(Kind kind, String code) {
    return new Problem(kind, code, Map.of(), "", List.of());
  }

  public static Problem invalid(String code) {
    return of(Kind.INVALID, code);
  }

  public static Problem forbidden(String code) {
    return of(Kind.FORBIDDEN, code);
  }

  /** Also the answer for what exists and is none of his business. */
  public static Problem notFound() {
    return of(Kind.NOT_FOUND, "not-found");
  }

  public static Problem conflict(String code) {
    return of(Kind.CONFLICT, code);
  }

  public static Problem refused(String code) {
    return of(Kind.REFUSED, code);
  }

  /** The same problem with one more fact for its sentence. */
  public Problem with(String name, Object value) {
    return withAll(Map.of(name, String.valueOf(value)));
  }

  /** The same problem with more facts for its sentence. */
  public Problem withAll(Map<String, String> values) {
    Map<String, String> more = new LinkedHashMap<>(facts());
    more.putAll(values);
    return new Problem(kind, code, more, field, parts());
  }

  /** The same problem at a field of the request, as a JSON pointer. */
  public Problem at(String pointer) {
    return new Problem(kind, code, facts(), pointer, parts());
  }

  /** The same problem, made up of several: each a sentence of its own at its own field. */
  public Problem because(List<Problem> several) {
    return new Problem(kind, code, facts(), field, several);
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  public Map<String, String> facts() {
    return facts == null ? Map.of() : facts;
  }

  /** JSON pointer to the offending field; empty when it is not about one. */
  public String field() {
    return field;
  }

  /** What the problem is made up of; empty for a problem that is just itself. */
  public List<Problem> parts() {
    return parts == null ? List.of() : parts;
  }
}
