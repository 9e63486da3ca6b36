package org.mitra.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.mitra.engine.Explanation;

/**
 * An explanation as nested lists that open and close without a script: the sentence of each step,
 * and its share of the amount.
 */
@FacesComponent("org.mitra.web.Why")
public class Why extends UIComponentBase {
  /**
   * Steps above this depth are open at first: the rule and its slices, not the hundreds of lines
   * below.
   */
  private static final int OPEN = 2;

  @Override
  public String getFamily() {
    return "org.mitra.web";
  }

  /** Not all at once: groups encode what is in them step by step, and would leave it out. */
  @Override
  public void encodeBegin(FacesContext context) throws IOException {
    super.encodeBegin(context);
    Explanation explanation = (Explanation) getAttributes().get("value");
    if (!isRendered() || explanation == null) {
      return;
    }
    TextsBean texts = CDI.current().select(TextsBean.class).get();
    ResponseWriter writer = context.getResponseWriter();
    writer.startElement("div", this);
    writer.writeAttribute("class", "why", null);
    write(explanation, "", 0, texts, writer);
    writer.endElement("div");
  }

  private void write(
      Explanation step, String pays, int depth, TextsBean texts, ResponseWriter writer)
      throws IOException {
    boolean leaf = step.parts().isEmpty();
    writer.startElement(leaf ? "div" : "details", this);
    writer.writeAttribute("class", leaf ? "why-leaf" : "why-step", null);
    if (!leaf && depth < OPEN) {
      writer.writeAttribute("open", "open", null);
    }
    if (!leaf) {
      writer.startElement("summary", this);
    }
    writer.startElement("span", this);
    writer.writeAttribute("class", "why-text", null);
    writer.writeText(texts.step(step, pays), null);
    writer.endElement("span");
    writer.startElement("span", this);
    writer.writeAttribute("class", "why-amount", null);
    writer.writeText(texts.money(step.amount()), null);
    writer.endElement("span");
    if (!leaf) {
      writer.endElement("summary");
      for (Explanation part : step.parts()) {
        write(part, ExplanationFacts.pays(step), depth + 1, texts, writer);
      }
    }
    writer.endElement(leaf ? "div" : "details");
  }
}
