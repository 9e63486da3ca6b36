package org.mitra.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mitra.money.Decimals;
import org.mitra.text.Formats;
import org.mitra.text.Texts;

/**
 * Amounts and quantities as people of one language type them: {@code 1.250.000,50} in Indonesian,
 * {@code 1,250,000.50} in English; groups of three or none at all, and nothing left over.
 */
@FacesConverter("mitra.decimal")
public class DecimalConverter implements Converter<BigDecimal> {
  private static final Pattern POINT =
      Pattern.compile("-?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\\.[0-9]+)?");
  private static final Pattern COMMA =
      Pattern.compile("-?([0-9]{1,3}(\\.[0-9]{3})+|[0-9]+)(,[0-9]+)?");

  @Override
  public BigDecimal getAsObject(FacesContext context, UIComponent component, String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    Locale locale = context.getViewRoot().getLocale();
    try {
      // The minus that we show, and the one on keyboards.
      return parse(typed.strip().replace('−', '-'), locale);
    } catch (NumberFormatException e) {
      String text = Texts.in(locale).get("field.decimal");
      throw new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text), e);
    }
  }

  static BigDecimal parse(String typed, Locale locale) {
    boolean indonesian = Texts.isIndonesian(locale);
    if (!(indonesian ? COMMA : POINT).matcher(typed).matches()) {
      throw new NumberFormatException(typed);
    }
    return Decimals.parse(
        indonesian ? typed.replace(".", "").replace(',', '.') : typed.replace(",", ""));
  }

  @Override
  public String getAsString(FacesContext context, UIComponent component, BigDecimal value) {
    if (value == null) {
      return "";
    }
    TextsBean texts = CDI.current().select(TextsBean.class).get();
    return new Formats(context.getViewRoot().getLocale(), texts.zone()).number(value);
  }
}
