package org.mitra.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;

/** Tells what was done, and goes on to a page that can be opened again: POST, then redirect. */
@RequestScoped
public class Notices {
  @Inject private TextsBean texts;

  /** Shows a text of the pages, on this page or on the one that is opened next. */
  public void tell(String key) {
    show(texts.get(key));
  }

  /** Shows a text of the pages with its one value. */
  public void tell(String key, Object value) {
    show(texts.with(key, value));
  }

  private static void show(String text) {
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, ""));
  }

  /**
   * Opens a page of this application, with what was told.
   *
   * @param path below the application's root, with its parameters, such as {@code /partner?id=…}
   */
  public void open(String path) {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    external.getFlash().setKeepMessages(true);
    try {
      external.redirect(external.getRequestContextPath() + path);
    } catch (IOException e) {
      throw new FacesException(e);
    }
    faces.responseComplete();
  }
}
