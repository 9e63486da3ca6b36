package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.mitra.data.ListQuery;
import org.mitra.data.Slice;
import org.mitra.problem.Problem;
import org.mitra.roi.Basis;
import org.mitra.roi.ProgramReturns;
import org.mitra.roi.ReturnSummary;
import org.mitra.roi.ReturnsOverview;
import org.mitra.web.Bars;
import org.mitra.web.LazyList;
import org.mitra.web.TextsBean;
import org.mitra.web.Visitor;

/** What all programs cost and brought, one currency at a time. */
@Named
@ViewScoped
public class RoiPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int DRAWN = 12;
  private static final Comparator<BigDecimal> UNDEFINED_LAST =
      Comparator.nullsFirst(Comparator.naturalOrder());
  private static final Map<String, Comparator<ReturnSummary>> ORDERS =
      Map.of(
          "program", Comparator.comparing(row -> row.program().code()),
          "from", Comparator.comparing(row -> row.program().from()),
          "cost", Comparator.comparing(row -> row.figures().totalCost()),
          "incremental", Comparator.comparing(row -> row.figures().incrementalSales()),
          "net", Comparator.comparing(row -> row.figures().netProfit()),
          "percent", Comparator.comparing(row -> row.figures().percent(), UNDEFINED_LAST),
          "budget", Comparator.comparing(ReturnSummary::budgetPercent, UNDEFINED_LAST));

  @Inject private transient ProgramReturns returns;
  @Inject private transient Visitor visitor;
  @Inject private transient TextsBean texts;

  private String basis = Basis.BEFORE.name();
  private String currency;
  private transient ReturnsOverview overview;
  private transient LazyList<ReturnSummary> list;

  /** Reads the parameters of the address. */
  public void open() {
    overview = returns.overview(visitor.actor(), basis(basis));
    list = new LazyList<>(this::rows, row -> row.program().code());
  }

  static Basis basis(String name) {
    for (Basis basis : Basis.values()) {
      if (basis.name().equals(name)) {
        return basis;
      }
    }
    throw Problem.notFound();
  }

  private Slice<ReturnSummary> rows(ListQuery query) {
    Comparator<ReturnSummary> order = ORDERS.get(query.sort());
    List<ReturnSummary> all = getSection() == null ? List.of() : getSection().programs();
    List<ReturnSummary> sorted = new ArrayList<>(all);
    if (order != null) {
      sorted.sort(query.descending() ? order.reversed() : order);
    }
    List<ReturnSummary> rows = sorted.stream().skip(query.first()).limit(query.size()).toList();
    return new Slice<>(rows, all.size());
  }

  public ReturnsOverview getOverview() {
    return overview;
  }

  /** The currency shown; null when there is nothing to show. */
  public ReturnsOverview.Section getSection() {
    List<ReturnsOverview.Section> sections = overview.sections();
    return sections.stream()
        .filter(section -> section.currency().equals(currency))
        .findFirst()
        .orElse(sections.isEmpty() ? null : largest(sections));
  }

  private static ReturnsOverview.Section largest(List<ReturnsOverview.Section> sections) {
    return sections.stream()
        .max(Comparator.comparingInt(section -> section.programs().size()))
        .orElseThrow();
  }

  public LazyList<ReturnSummary> getList() {
    return list;
  }

  /** Cost and net profit of each program, side by side. */
  public String getChart() {
    List<ReturnSummary> rows = getSection().programs().stream().limit(DRAWN).toList();
    return new Bars(
            visitor.locale(),
            rows.stream().map(row -> row.program().name(visitor.getLanguage())).toList())
        .series(
            texts.get("roi.cost"),
            Bars.Shade.QUIET,
            rows.stream().map(row -> row.figures().totalCost()).toList())
        .series(
            texts.get("roi.net"),
            Bars.Shade.MAIN,
            rows.stream().map(row -> row.figures().netProfit()).toList())
        .sideways()
        .json();
  }

  public Basis[] getBases() {
    return Basis.values();
  }

  public String getBasis() {
    return basis;
  }

  public void setBasis(String basis) {
    this.basis = basis;
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }
}
