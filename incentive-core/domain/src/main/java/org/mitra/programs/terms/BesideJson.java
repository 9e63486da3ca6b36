package org.mitra.programs.terms;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitra.engine.Conversion;
import org.mitra.engine.Counting;
import org.mitra.engine.Draw;
import org.mitra.engine.InPeriod;
import org.mitra.engine.Part;
import org.mitra.engine.Pay;
import org.mitra.engine.Payee;
import org.mitra.engine.Settles;
import org.mitra.engine.Stacking;
import org.mitra.engine.Terms;
import org.mitra.engine.Thresholds;
import org.mitra.engine.Trigger;
import org.mitra.money.Decimals;

/** What most terms leave out: unusual counting, pay beside sales, other programs. */
final class BesideJson {
  private BesideJson() {}

  static void encode(Terms terms, JsonObjectBuilder json) {
    Counting counting = terms.counting();
    if (counting.trigger() != Trigger.INVOICE) {
      json.add("trigger", counting.trigger().name());
    }
    if (!counting.shared().isEmpty()) {
      JsonArrayBuilder shared = TermsJson.BUILDERS.createArrayBuilder();
      for (Part part : counting.shared()) {
        shared.add(
            TermsJson.BUILDERS
                .createObjectBuilder()
                .add("payee", part.payee().name())
                .add("part", part.part())
                .add("of", part.of()));
      }
      json.add("shared", shared);
    }
    if (counting.thresholds() != Thresholds.UNPRORATED) {
      json.add("thresholds", counting.thresholds().name());
    }
    counting.conversion().ifPresent(conversion -> json.add("conversion", conversion.name()));
    counting.inPeriod().ifPresent(inside -> json.add("inPeriod", inside.name()));
    JsonObject pay = pay(terms.pay());
    if (!pay.isEmpty()) {
      json.add("pay", pay);
    }
    terms.stacking().ifPresent(stacking -> json.add("stacking", stacking(stacking)));
    if (terms.settles() != Settles.PAYOUT) {
      json.add("settles", terms.settles().name());
    }
  }

  private static JsonObject pay(Pay pay) {
    JsonObjectBuilder json = TermsJson.BUILDERS.createObjectBuilder();
    pay.base().ifPresent(base -> json.add("base", Decimals.plain(base)));
    pay.draw()
        .ifPresent(
            draw ->
                json.add(
                    "draw",
                    TermsJson.BUILDERS
                        .createObjectBuilder()
                        .add("amount", Decimals.plain(draw.amount()))
                        .add("recoverable", draw.recoverable())));
    pay.atLeast().ifPresent(least -> json.add("atLeast", Decimals.plain(least)));
    if (!pay.training().isEmpty()) {
      JsonArrayBuilder training = TermsJson.BUILDERS.createArrayBuilder();
      for (Pay.Training one : pay.training()) {
        training.add(
            TermsJson.BUILDERS
                .createObjectBuilder()
                .add("certificate", one.certificate())
                .add("amount", Decimals.plain(one.amount())));
      }
      json.add("training", training);
    }
    return json.build();
  }

  private static JsonObjectBuilder stacking(Stacking stacking) {
    JsonObjectBuilder json =
        TermsJson.BUILDERS
            .createObjectBuilder()
            .add("group", stacking.group())
            .add("method", stacking.method().name())
            .add("per", stacking.per().name())
            .add("precedence", stacking.precedence());
    stacking.ceiling().ifPresent(ceiling -> json.add("ceiling", ceiling.toString()));
    return json;
  }

  /** Reads the fields of the terms that are about counting. */
  static Counting counting(JsonFields fields) {
    Trigger trigger =
        fields.has("trigger") ? fields.constant("trigger", Trigger.class) : Trigger.INVOICE;
    List<Part> shared = fields.has("shared") ? shared(fields) : List.of();
    Optional<Conversion> conversion =
        fields.optional("conversion", field -> fields.constant(field, Conversion.class));
    Optional<Integer> spanMonths = fields.optional("spanMonths", fields::whole);
    Optional<Integer> periodWeeks = fields.optional("periodWeeks", fields::whole);
    Optional<InPeriod> inPeriod =
        fields.optional("inPeriod", field -> fields.constant(field, InPeriod.class));
    Thresholds thresholds =
        fields.has("thresholds")
            ? fields.constant("thresholds", Thresholds.class)
            : Thresholds.UNPRORATED;
    return shared == null
        ? null
        : fields.part(
            () ->
                new Counting(
                    trigger, shared, conversion, spanMonths, periodWeeks, thresholds, inPeriod));
  }

  private static List<Part> shared(JsonFields fields) {
    List<JsonFields> rows = fields.objects("shared");
    if (rows == null) {
      return null;
    }
    List<Part> shared = new ArrayList<>();
    for (JsonFields row : rows) {
      Payee payee = row.constant("payee", Payee.class);
      int part = row.whole("part");
      int of = row.whole("of");
      Part made = row.make(() -> new Part(payee, part, of));
      if (made != null) {
        shared.add(made);
      }
    }
    return shared.size() == rows.size() ? shared : null;
  }

  static Pay pay(JsonFields fields) {
    if (fields == null) {
      return null;
    }
    Optional<BigDecimal> base = fields.optional("base", fields::decimal);
    Optional<Draw> draw = fields.optional("draw", field -> draw(fields.object(field)));
    Optional<BigDecimal> atLeast = fields.optional("atLeast", fields::decimal);
    List<Pay.Training> training = fields.has("training") ? training(fields) : List.of();
    return training == null ? null : fields.make(() -> new Pay(base, draw, atLeast, training));
  }

  private static List<Pay.Training> training(JsonFields fields) {
    List<JsonFields> rows = fields.objects("training");
    if (rows == null) {
      return null;
    }
    List<Pay.Training> training = new ArrayList<>();
    for (JsonFields row : rows) {
      String certificate =
          row.text("certificate", "missing", text -> TermsJson.upperCase(text, 64, "certificate"));
      BigDecimal amount = row.decimal("amount");
      Pay.Training made = row.make(() -> new Pay.Training(certificate, amount));
      if (made != null) {
        training.add(made);
      }
    }
    return training.size() == rows.size() ? training : null;
  }

  private static Draw draw(JsonFields fields) {
    if (fields == null) {
      return null;
    }
    BigDecimal amount = fields.decimal("amount");
    boolean recoverable = fields.flag("recoverable");
    return fields.make(() -> new Draw(amount, recoverable));
  }

  static Stacking stacking(JsonFields fields) {
    if (fields == null) {
      return null;
    }
    String group = fields.text("group");
    Stacking.Method method = fields.constant("method", Stacking.Method.class);
    Stacking.Unit per = fields.constant("per", Stacking.Unit.class);
    int precedence = fields.whole("precedence");
    var ceiling = fields.optional("ceiling", fields::rate);
    return fields.make(() -> new Stacking(group, method, per, precedence, ceiling));
  }
}
