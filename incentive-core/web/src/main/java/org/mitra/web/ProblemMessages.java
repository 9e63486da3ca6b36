package org.mitra.web;

import jakarta.el.ELException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UINamingContainer;
import jakarta.faces.component.html.HtmlInputText;
import jakarta.faces.component.html.HtmlInputTextarea;
import jakarta.faces.component.html.HtmlSelectOneMenu;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
        queue.remove();
        Throwable failure = event.getException();
        boolean restoring = event.getPhaseId() == PhaseId.RESTORE_VIEW && isPost(context);
        Problem problem = Problems.in(failure);
        if (problem == null && (restoring || Problems.isExpiredPage(failure))) {
          openAgain(context);
        } else {
          show(context, problem == null ? Problems.incident(failure) : problem, event.getPhaseId());
        }
      }
      super.handle();
    }

    /** The server does not remember the page, or the form was not ours: nothing is carried out. */
    private static void openAgain(FacesContext context) {
      addMessage(context, Problem.conflict("page.expired"));
      ExternalContext external = context.getExternalContext();
      external.getFlash().setKeepMessages(true);
      HttpServletRequest request = (HttpServletRequest) external.getRequest();
      try {
        external.redirect(request.getContextPath() + Requests.cameFrom(request));
        context.responseComplete();
      } catch (IOException e) {
        throw new FacesException(e);
      }
    }

    private static boolean isPost(FacesContext context) {
      return ((HttpServletRequest) context.getExternalContext().getRequest())
          .getMethod()
          .equals("POST");
    }

    private static void show(FacesContext context, Problem problem, PhaseId phase) {
      boolean rendering = phase == PhaseId.RENDER_RESPONSE;
      boolean defect = problem.kind() == Problem.Kind.DEFECT;
      boolean opening = !isPost(context) && (problem.kind().status() < 422 || defect);
      if ((opening || (rendering && defect))
          && !context.getExternalContext().isResponseCommitted()) {
        answer(context, problem.kind().status());
        return;
      }
      addMessage(context, problem);
      context.validationFailed();
      if (!rendering) {
        context.renderResponse();
      }
    }

    /** One message; several for a problem that is made up of several, each at its own field. */
    private static void addMessage(FacesContext context, Problem problem) {
      if (!problem.parts().isEmpty()) {
        problem.parts().forEach(part -> addMessage(context, part));
        return;
      }
      Texts texts = Texts.in(CDI.current().select(Visitor.class).get().locale());
      var zone = CDI.current().select(BusinessClock.class).get().zone();
      String field = field(context, problem.field());
      String sentence = texts.sentence(problem, zone);
      String next = texts.nextStep(problem, zone);
      // A field shows the detail alone, the head of the page both.
      context.addMessage(
          field,
          new FacesMessage(
              FacesMessage.SEVERITY_ERROR, sentence, field == null ? next : sentence + " " + next));
    }

    /**
     * Client id of the input that is called like the field of the request, as it stands in the
     * page; null when the page has none. {@code /terms/rule/tiers/2/from} is the third {@code
     * tiers-from}, and {@code /terms/until} is {@code until}: whatever the field is part of may be
     * left out.
     */
    private static String field(FacesContext context, String pointer) {
      if (pointer.isEmpty() || context.getViewRoot() == null) {
        return null;
      }
      List<String> names = new ArrayList<>();
      String row = null;
      for (String segment : pointer.substring(1).split("/")) {
        if (segment.matches("[0-9]+")) {
          row = segment;
        } else {
          names.add(segment);
        }
      }
      for (int skipped = 0; skipped < names.size(); skipped++) {
        String name = String.join("-", names.subList(skipped, names.size()));
        UIComponent found = find(context.getViewRoot(), name, row == null);
        if (found != null) {
          String inRow = row == null ? "" : inRow(context, found, row);
          boolean known = row != null && mark(context, inRow);
          return known ? inRow : marked(context, found.getClientId(context));
        }
      }
      return null;
    }

    /** Asked of the table: outside of its rows an input still goes by the last one. */
    private static String inRow(FacesContext context, UIComponent input, String row) {
      char separator = UINamingContainer.getSeparatorChar(context);
      String table = input.getNamingContainer().getContainerClientId(context);
      return table + separator + row + separator + input.getId();
    }

    private static String marked(FacesContext context, String id) {
      mark(context, id);
      return id;
    }

    /** Whether there is such an input. */
    private static boolean mark(FacesContext context, String id) {
      return context
          .getViewRoot()
          .invokeOnComponent(context, id, (c, component) -> refuse(c, (UIInput) component));
    }

    /** What was typed or chosen stays in the input, to be mended rather than entered again. */
    @SuppressWarnings("unchecked")
    private static void refuse(FacesContext context, UIInput input) {
      Object value = input.getValue();
      input.setValid(false);
      input.setValue(value);
      boolean shown =
          input instanceof HtmlInputText
              || input instanceof HtmlInputTextarea
              || input instanceof HtmlSelectOneMenu;
      if (value != null && shown) {
        Converter<Object> converter = input.getConverter();
        input.setSubmittedValue(
            converter == null ? value.toString() : converter.getAsString(context, input, value));
      }
    }

    /**
     * @param shown whether it has to be shown; outside of its row, an input cannot tell
     */
    private static UIComponent find(UIComponent component, String id, boolean shown) {
      if ((shown && !isShown(component)) || isFormThatStayed(component)) {
        return null;
      }
      if (id.equals(component.getId()) && component instanceof UIInput) {
        return component;
      }
      for (Iterator<UIComponent> below = component.getFacetsAndChildren(); below.hasNext(); ) {
        UIComponent found = find(below.next(), id, shown);
        if (found != null) {
          return found;
        }
      }
      return null;
    }

    /** What depends on the row of a table cannot tell outside of it, and is not meant then. */
    private static boolean isShown(UIComponent component) {
      try {
        return component.isRendered();
      } catch (ELException noRow) {
        return false;
      }
    }

    /** Two forms of a page may ask for the same: only the one that was sent is told. */
    private static boolean isFormThatStayed(UIComponent component) {
      FacesContext context = FacesContext.getCurrentInstance();
      return component instanceof UIForm
          && isPost(context)
          && !context
              .getExternalContext()
              .getRequestParameterMap()
              .containsKey(component.getClientId(context));
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
