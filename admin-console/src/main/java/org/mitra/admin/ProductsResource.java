package org.mitra.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mitra.catalog.ProductDetail;
import org.mitra.catalog.ProductSummary;
import org.mitra.catalog.Products;
import org.mitra.catalog.SaveProduct;
import org.mitra.data.Batch;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.rest.Answers;
import org.mitra.web.Visitor;

/** The catalogue. */
@Path("products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"CHANNEL_MANAGER", "FINANCE", "EXECUTIVE", "AUDITOR", "ADMINISTRATOR"})
public class ProductsResource {
  @Inject private Products products;
  @Inject private Idempotency idempotency;
  @Inject private Visitor visitor;

  @GET
  @Operation(summary = "Products, newest first")
  public Batch<ProductSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("code") String code,
      @QueryParam("name") String name,
      @QueryParam("group") String group,
      @QueryParam("active") String active) {
    return products.batch(
        visitor.actor(),
        cursor,
        size,
        Answers.filters("code", code, "name", name, "group", group, "active", active));
  }

  @POST
  @RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(summary = "Create a product")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = ProductDetail.class)))
  public Response create(@HeaderParam("Idempotency-Key") String key, SaveProduct product) {
    ProductDetail created =
        idempotency.once(
            visitor.actor(),
            key,
            product,
            ProductDetail.class,
            () -> products.create(visitor.actor(), product));
    return Answers.created("products", created.product().uid(), created);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A product with its costs over time")
  public ProductDetail get(@PathParam("id") String id) {
    return products.get(visitor.actor(), Uids.parse(id));
  }

  @PUT
  @Path("{id}")
  @RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(
      summary = "Change a product",
      description =
          "A cost is added to those of earlier days, or replaces the one of the same day.")
  public ProductDetail change(
      @PathParam("id") String id, @QueryParam("version") int version, SaveProduct product) {
    return products.change(visitor.actor(), Uids.parse(id), version, product);
  }
}
