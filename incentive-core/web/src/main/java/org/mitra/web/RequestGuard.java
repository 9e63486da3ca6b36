package org.mitra.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mitra.identity.TokenScope;
import org.mitra.problem.Problem;

/**
 * What holds for every call: a token does what it was issued for, another site's page does nothing
 * in the name of somebody who is signed in here, and a parameter that nobody knows is told rather
 * than ignored: a filter with a slip of the pen must not answer with everything.
 */
@Provider
public class RequestGuard implements ContainerRequestFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Inject private Visitor visitor;
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    boolean reading = READING.contains(request.getMethod());
    boolean bySession = visitor.isKnown() && visitor.tokenScope().isEmpty();
    if (bySession && visitor.mustChangePassword() && !isBelow("me", path)) {
      throw Problem.forbidden("user.change-password");
    }
    if (bySession && !reading) {
      requireSameSite(request);
    }
    if (!reading) {
      visitor.tokenScope().ifPresent(scope -> requireScope(scope, path));
    }
    requireKnownParameters(request);
    requireBody(request);
  }

  /** A call that takes a command does not find nothing in its place. */
  private void requireBody(ContainerRequestContext request) {
    if (resource.getResourceMethod() == null || request.hasEntity()) {
      return;
    }
    // What carries no annotation of its own is the body.
    if (Arrays.stream(resource.getResourceMethod().getParameters())
        .anyMatch(parameter -> parameter.getAnnotations().length == 0)) {
      throw Problem.invalid("request.malformed");
    }
  }

  private static void requireScope(TokenScope scope, String path) {
    boolean fact = isBelow("feeds", path) || isBelow("sales", path);
    if (scope == TokenScope.READ || (scope == TokenScope.FEED && !fact)) {
      throw Problem.forbidden("access.token-scope").with("scope", scope);
    }
  }

  private static boolean isBelow(String resource, String path) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    return relative.equals(resource) || relative.startsWith(resource + "/");
  }

  /**
   * Browsers send the session's cookie along with what other sites make them send. A header of our
   * own is beyond those sites: a browser asks us first, and we never say yes.
   */
  private static void requireSameSite(ContainerRequestContext request) {
    String site = request.getHeaderString("Sec-Fetch-Site");
    boolean foreign = site != null && !site.equals("same-origin");
    if (foreign || request.getHeaderString("X-Requested-With") == null) {
      throw Problem.forbidden("access.cross-site");
    }
  }

  private void requireKnownParameters(ContainerRequestContext request) {
    if (resource.getResourceMethod() == null) {
      return;
    }
    Parameter[] parameters = resource.getResourceMethod().getParameters();
    if (Arrays.stream(parameters).anyMatch(p -> p.isAnnotationPresent(BeanParam.class))) {
      return;
    }
    Map<String, Class<?>> known = new TreeMap<>();
    for (Parameter parameter : parameters) {
      QueryParam query = parameter.getAnnotation(QueryParam.class);
      if (query != null) {
        known.put(query.value(), parameter.getType());
      }
    }
    request.getUriInfo().getQueryParameters().forEach((name, values) -> check(name, values, known));
  }

  private static void check(String name, List<String> values, Map<String, Class<?>> known) {
    if (!known.containsKey(name)) {
      throw Problem.invalid("request.unknown-parameter")
          .with("name", name.substring(0, Math.min(64, name.length())))
          .with("known", String.join(", ", known.keySet()));
    }
    Class<?> type = known.get(name);
    boolean whole = type.equals(int.class) || type.equals(long.class);
    if (whole && !values.stream().allMatch(value -> value.matches("-?[0-9]{1,9}"))) {
      throw Problem.invalid("request.field-type")
          .with("field", name)
          .with("expected", "whole-number");
    }
    if (type.isEnum() && !values.stream().allMatch(value -> isConstant(type, value))) {
      throw Problem.invalid("request.field-choice")
          .with("field", name)
          .with("known", List.of(type.getEnumConstants()));
    }
  }

  private static boolean isConstant(Class<?> type, String value) {
    return Arrays.stream(type.getEnumConstants())
        .anyMatch(constant -> ((Enum<?>) constant).name().equals(value));
  }
}
