package org.mitra.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mitra.text.Texts;
import software.xdev.chartjs.model.charts.BarChart;
import software.xdev.chartjs.model.data.BarData;
import software.xdev.chartjs.model.dataset.BarDataset;
import software.xdev.chartjs.model.enums.IndexAxis;
import software.xdev.chartjs.model.options.BarOptions;
import software.xdev.chartjs.model.options.LegendOptions;
import software.xdev.chartjs.model.options.Plugins;
import software.xdev.chartjs.model.options.scale.GridLineConfiguration;
import software.xdev.chartjs.model.options.scale.Scales;
import software.xdev.chartjs.model.options.scale.cartesian.category.CategoryScaleOptions;
import software.xdev.chartjs.model.options.scale.cartesian.category.CategoryTickOptions;
import software.xdev.chartjs.model.options.scale.cartesian.linear.LinearScaleOptions;
import software.xdev.chartjs.model.options.scale.cartesian.linear.LinearTickOptions;

/**
 * A bar chart for {@code p:chart}, in the reader's language. It draws figures that also stand in a
 * table beside it: a picture is for the eye, the table for everybody.
 */
public final class Bars {
  /**
   * Colours of bars; each has a contrast of 3:1 or more to white, and to its neighbours in grey.
   */
  public enum Shade {
    MAIN("#0b5c72"),
    QUIET("#7b8d96"),
    WARM("#b26a00"),
    GOOD("#166b3a"),
    BAD("#a4262c");

    private final String colour;

    Shade(String colour) {
      this.colour = colour;
    }
  }

  /** Options that also say in which language numbers are written. */
  private static final class Options extends BarOptions {
    private final String locale;

    Options(String locale) {
      this.locale = locale;
    }

    @SuppressWarnings("unused") // written into the chart's JSON
    public String getLocale() {
      return locale;
    }
  }

  private final Locale locale;
  private final List<String> labels;
  private final List<BarDataset> series = new ArrayList<>();
  private boolean overlaid;
  private boolean sideways;

  /**
   * @param labels one for each bar, or group of bars
   */
  public Bars(Locale locale, List<String> labels) {
    this.locale = locale;
    this.labels = List.copyOf(labels);
  }

  /**
   * @param values one for each label; null where there is no bar
   */
  public Bars series(String name, Shade shade, List<BigDecimal> values) {
    series.add(
        new BarDataset()
            .setLabel(name)
            .setBackgroundColor(shade.colour)
            .setMaxBarThickness(48)
            .setDataUnchecked(values));
    return this;
  }

  /** Series share one place for each label: for those that are never there together. */
  public Bars overlaid() {
    overlaid = true;
    return this;
  }

  /** Bars that lie: for labels that are words. */
  public Bars sideways() {
    sideways = true;
    return this;
  }

  /** For the chart's script. Whatever names say, it cannot end the script that it stands in. */
  public String json() {
    Options options = new Options(Texts.isIndonesian(locale) ? "id-ID" : "en-GB");
    options.setResponsive(true).setMaintainAspectRatio(false).setAnimation(false);
    options.setPlugins(new Plugins().setLegend(new LegendOptions().setDisplay(series.size() > 1)));
    CategoryScaleOptions words = new CategoryScaleOptions();
    words
        .setStacked(overlaid)
        .setGrid(new GridLineConfiguration().setDisplay(false))
        .setTicks(new CategoryTickOptions().setMaxRotation(0).setAutoSkipPadding(8));
    LinearScaleOptions numbers = new LinearScaleOptions();
    numbers
        .setBeginAtZero(true)
        .setStacked(overlaid)
        .setTicks(
            new LinearTickOptions()
                .setMaxTicksLimit(7)
                .setFormat(Map.of("notation", "compact", "maximumFractionDigits", 2)));
    options.setScales(
        new Scales().addScale(sideways ? "y" : "x", words).addScale(sideways ? "x" : "y", numbers));
    if (sideways) {
      options.setIndexAxis(IndexAxis.Y);
    }
    return new BarChart(new BarData().setLabels(labels).setDatasets(series), options)
        .toJson()
        .replace("<", "\\u003c");
  }
}
