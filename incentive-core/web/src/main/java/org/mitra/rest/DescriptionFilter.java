package org.mitra.rest;

import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Completes the description of an API while it is built: what holds for every call stands here
 * once, and who may call is read from the resources themselves.
 */
public class DescriptionFilter implements OASFilter {
  /** Who may call an operation. */
  static final String ROLES = "x-roles";

  private static final String PROBLEM = "Problem";
  private static final String DECIMAL = "-?[0-9]{1,30}(\\.[0-9]{1,12})?";

  @Override
  public Operation filterOperation(Operation operation) {
    Method method = method(operation.getOperationId());
    operation.setOperationId(
        method.getDeclaringClass().getSimpleName().replace("Resource", "")
            + "."
            + method.getName());
    operation.addTag(method.getDeclaringClass().getSimpleName().replace("Resource", ""));
    RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
    if (roles == null) {
      roles = method.getDeclaringClass().getAnnotation(RolesAllowed.class);
    }
    if (roles != null) {
      operation.addExtension(ROLES, List.of(roles.value()));
    }
    return operation;
  }

  /** Ids are made of the method's full name, which leads back to it. */
  private static Method method(String operationId) {
    int last = operationId.lastIndexOf('_');
    try {
      Class<?> type = Class.forName(operationId.substring(0, last));
      String name = operationId.substring(last + 1);
      return Arrays.stream(type.getMethods())
          .filter(method -> method.getName().equals(name))
          .findFirst()
          .orElseThrow();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(operationId, e);
    }
  }

  @Override
  public Parameter filterParameter(Parameter parameter) {
    switch (String.valueOf(parameter.getName())) {
      case "cursor" ->
          parameter.setDescription(
              "From `next` of the batch before; absent for the first. What is added meanwhile neither hides nor"
                  + " repeats a row.");
      case "size" -> {
        parameter.setDescription("Rows at most.");
        parameter.getSchema().setMinimum(java.math.BigDecimal.ONE);
        parameter.getSchema().setMaximum(java.math.BigDecimal.valueOf(500));
      }
      case "version" -> {
        parameter.setRequired(true);
        parameter.setDescription("As it was read. A change in between answers 409.");
      }
      case "Idempotency-Key" -> {
        parameter.setRequired(true);
        parameter.setDescription(
            "8 to 128 printable characters, new for each thing that you want done. Sent again with the same body,"
                + " it answers as the first time and does nothing; with another body it answers 422.");
        parameter.getSchema().setMinLength(8);
        parameter.getSchema().setMaxLength(128);
      }
      default -> {}
    }
    return parameter;
  }

  @Override
  public Schema filterSchema(Schema schema) {
    return schema.getType() == SchemaType.NUMBER ? decimal(schema) : schema;
  }

  private static Schema decimal(Schema schema) {
    schema.setType(SchemaType.STRING);
    schema.setFormat(null);
    schema.setPattern(DECIMAL);
    return schema.description("A decimal as text, so that no reader turns it into binary.");
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    belowTheRoot(api);
    api.getComponents().addSchema(PROBLEM, problem());
    api.getComponents()
        .addResponse(
            PROBLEM,
            OASFactory.createAPIResponse()
                .description(
                    "What is wrong, why, and what to do next (RFC 9457), in the language of Accept-Language.")
                .content(
                    OASFactory.createContent()
                        .addMediaType(
                            "application/problem+json",
                            OASFactory.createMediaType()
                                .schema(
                                    OASFactory.createSchema()
                                        .ref("#/components/schemas/" + PROBLEM)))));
    ownForms(api.getComponents());
    api.getPaths()
        .getPathItems()
        .values()
        .forEach(path -> path.getOperations().forEach((verb, o) -> problems(verb, o)));
  }

  /**
   * Paths begin where the API's address ends. Built in one go with the rest, they begin with the
   * application's own path as well; built from packed parts, they do not.
   */
  private static void belowTheRoot(OpenAPI api) {
    Paths paths = OASFactory.createPaths();
    api.getPaths()
        .getPathItems()
        .forEach((path, item) -> paths.addPathItem(path.replaceFirst("^/api(?=/)", ""), item));
    api.setPaths(paths);
  }

  private static Schema problem() {
    Map<String, String> fields =
        Map.of(
            "type", "urn:mitra:problem: and the code",
            "title", "What is wrong, as a sentence.",
            "detail", "What to do next.",
            "code", "For programs; all codes stand in docs/errors.md.",
            "field", "JSON pointer to the field that is wrong, when it is about one.");
    Schema schema = OASFactory.createSchema().type(SchemaType.OBJECT);
    fields.keySet().stream()
        .sorted()
        .forEach(name -> schema.addProperty(name, text(fields.get(name))));
    return schema
        .addProperty("status", OASFactory.createSchema().type(SchemaType.INTEGER))
        .addProperty(
            "facts",
            OASFactory.createSchema()
                .type(SchemaType.OBJECT)
                .description("What the sentence mentions, by name.")
                .additionalPropertiesSchema(text(null)));
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().type(SchemaType.STRING).description(description);
  }

  /** Types that {@link org.mitra.rest.JsonFormat} writes in a form of their own. */
  private static void ownForms(Components components) {
    Map<String, Schema> forms =
        Map.of(
            "Money",
            OASFactory.createSchema()
                .type(SchemaType.OBJECT)
                .addProperty("amount", decimal(OASFactory.createSchema()))
                .addProperty("currency", text("ISO 4217")),
            "Currency",
            text("ISO 4217"),
            "Sha256",
            text("64 hexadecimal digits"),
            "Exact",
            text("A plain decimal, or a fraction such as 10/3."),
            "Rate",
            text("A percentage such as 2.5%."));
    Map<String, Schema> known = components.getSchemas();
    forms.keySet().stream()
        .filter(known == null ? name -> false : known::containsKey)
        .sorted()
        .forEach(name -> components.addSchema(name, forms.get(name)));
  }

  private static void problems(PathItem.HttpMethod verb, Operation operation) {
    boolean changes = verb != PathItem.HttpMethod.GET;
    boolean path =
        operation.getParameters() != null
            && operation.getParameters().stream()
                .map(Parameter::getIn)
                .filter(Objects::nonNull)
                .anyMatch(Parameter.In.PATH::equals);
    refer(operation, "400", true);
    refer(operation, "401", true);
    refer(operation, "403", true);
    refer(operation, "404", path);
    refer(operation, "409", changes);
    refer(operation, "413", operation.getRequestBody() != null);
    refer(operation, "415", operation.getRequestBody() != null);
    refer(operation, "422", changes);
  }

  private static void refer(Operation operation, String status, boolean applies) {
    if (applies && operation.getResponses().getAPIResponse(status) == null) {
      operation
          .getResponses()
          .addAPIResponse(
              status, OASFactory.createAPIResponse().ref("#/components/responses/" + PROBLEM));
    }
  }
}
