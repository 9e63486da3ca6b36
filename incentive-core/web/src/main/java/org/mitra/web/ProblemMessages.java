package org.mitra.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import java.io.IOException;
import java.util.Iterator;
import org.mitra.data.BusinessClock;
import org.mitra.problem.Problem;
import org.mitra.text.Texts;

/**
 * Shows a problem as a message on the page where it arose, with what was typed still there. A page
 * that was asked for and may not be shown answers with its status instead.
 */
public class ProblemMessages extends ExceptionHandlerFactory {

  public ProblemMessages(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new Handler(getWrapped().getExceptionHandler());
  }

  private static final class Handler extends ExceptionHandlerWrapper {
    Handler(ExceptionHandler wrapped) {
      super(wrapped);
    }

    @Override
    public void handle() {
      FacesContext context = FacesContext.getCurrentInstance();
      Iterator<ExceptionQueuedEvent> queue = getUnhandledExceptionQueuedEvents().iterator();
      while (queue.hasNext()) {
        var event = queue.next().getContext();
        Problem problem = Problems.in(event.getException());
        if (problem != null) {
          queue.remove();
          show(context, problem, event.getPhaseId());
        }
      }
      super.handle();
    }

    private static void show(FacesContext context, Problem problem, PhaseId phase) {
      boolean opening = !context.isPostback() && problem.kind().status() < 422;
      if (opening && !context.getExternalContext().isResponseCommitted()) {
        answer(context, problem.kind().status());
        return;
      }
      Texts texts = Texts.in(CDI.current().select(Visitor.class).get().locale());
      var zone = CDI.current().select(BusinessClock.class).get().zone();
      context.addMessage(
          null,
          new FacesMessage(
              FacesMessage.SEVERITY_ERROR,
              texts.sentence(problem, zone),
              texts.nextStep(problem, zone)));
      context.validationFailed();
      if (phase != PhaseId.RENDER_RESPONSE) {
        context.renderResponse();
      }
    }

    private static void answer(FacesContext context, int status) {
      try {
        context.getExternalContext().responseSendError(status, null);
        context.responseComplete();
      } catch (IOException e) {
        throw new FacesException(e);
      }
    }
  }
}
