package org.mitra.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.accruals.Baselines;
import org.mitra.data.Batch;
import org.mitra.data.Saved;
import org.mitra.data.Uids;
import org.mitra.figures.AgreedFigure;
import org.mitra.figures.AgreedFigures;
import org.mitra.figures.FigureKind;
import org.mitra.figures.FigureState;
import org.mitra.figures.ProposeFigure;
import org.mitra.idempotency.Idempotency;
import org.mitra.rest.Answers;
import org.mitra.web.Visitor;

/** Baselines and targets: one person proposes, another agrees. */
@Path("agreed-figures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"CHANNEL_MANAGER", "FINANCE", "EXECUTIVE", "AUDITOR"})
public class AgreedFiguresResource {
  @Inject private AgreedFigures figures;
  @Inject private Baselines baselines;
  @Inject private Idempotency idempotency;
  @Inject private Visitor visitor;

  /**
   * @param outcome NEW, CHANGED, or UNCHANGED where this figure counts or waits already
   */
  public record Proposed(Saved outcome) {}

  @GET
  @Operation(summary = "Figures in all states, newest first")
  public Batch<AgreedFigure> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("program") String program,
      @QueryParam("partner") String partner,
      @QueryParam("kind") FigureKind kind,
      @QueryParam("state") FigureState state,
      @QueryParam("from") String from,
      @QueryParam("until") String until) {
    return figures.batch(
        visitor.actor().scope(),
        cursor,
        size,
        Answers.filters(
            "program",
            program,
            "partner",
            partner,
            "kind",
            kind == null ? null : kind.name(),
            "state",
            state == null ? null : state.name(),
            "from",
            from,
            "until",
            until));
  }

  @POST
  @RolesAllowed("CHANNEL_MANAGER")
  @Operation(
      summary = "Propose a figure",
      description = "It counts once another person agreed. Many come as a file, or to feeds.")
  public Proposed propose(@HeaderParam("Idempotency-Key") String key, ProposeFigure figure) {
    return idempotency.once(
        visitor.actor(),
        key,
        figure,
        Proposed.class,
        () -> new Proposed(figures.proposeAll(visitor.actor(), List.of(figure)).get(0)));
  }

  /**
   * Which baselines to propose.
   *
   * @param program code of a program that measures growth against sales of the past
   * @param periodStart first day of one of its periods
   */
  public record SoldBefore(String program, LocalDate periodStart) {}

  /**
   * @param proposed how many baselines wait for another person now that did not before
   */
  public record ProposedMany(int proposed) {}

  @POST
  @Path("baselines")
  @RolesAllowed("CHANNEL_MANAGER")
  @Operation(
      summary = "Propose what partners sold in the past as their baselines",
      description =
          "What was agreed already stays. Once another person agreed, later news of the past changes nothing.")
  public ProposedMany proposeBaselines(
      @HeaderParam("Idempotency-Key") String key, SoldBefore wanted) {
    return idempotency.once(
        visitor.actor(),
        key,
        wanted,
        ProposedMany.class,
        () ->
            new ProposedMany(
                baselines.propose(visitor.actor(), wanted.program(), wanted.periodStart())));
  }

  @POST
  @Path("{id}/approve")
  @RolesAllowed({"CHANNEL_MANAGER", "FINANCE"})
  @Operation(summary = "Agree: the figure counts from now on")
  public void approve(@PathParam("id") String id) {
    figures.decide(visitor.actor(), List.of(Uids.parse(id)), true);
  }

  @POST
  @Path("{id}/reject")
  @RolesAllowed({"CHANNEL_MANAGER", "FINANCE"})
  @Operation(summary = "Refuse: what counted before still counts")
  public void reject(@PathParam("id") String id) {
    figures.decide(visitor.actor(), List.of(Uids.parse(id)), false);
  }
}
