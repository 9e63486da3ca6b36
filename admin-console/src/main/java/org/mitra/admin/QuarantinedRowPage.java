package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitra.access.Role;
import org.mitra.data.Uids;
import org.mitra.feeds.Quarantine;
import org.mitra.feeds.QuarantineDetail;
import org.mitra.feeds.QuarantineState;
import org.mitra.feeds.RowProblem;
import org.mitra.web.Notices;
import org.mitra.web.TextsBean;
import org.mitra.web.Visitor;

/** One row of the quarantine: what is wrong with it, its cells to be repaired, and the decision. */
@Named
@ViewScoped
public class QuarantinedRowPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Quarantine quarantine;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;
  @Inject private transient TextsBean texts;

  private String id;
  private int version;
  private String note;
  private final List<Cell> cells = new ArrayList<>();
  private transient QuarantineDetail row;

  /** A cell that may be typed over. */
  public static final class Cell implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String column;
    private String text;

    Cell(String column, String text) {
      this.column = column;
      this.text = text;
    }

    public String getColumn() {
      return column;
    }

    public String getText() {
      return text;
    }

    public void setText(String text) {
      this.text = text == null ? "" : text;
    }
  }

  public void open() {
    show(quarantine.get(visitor.actor(), Uids.parse(id)));
  }

  private void show(QuarantineDetail detail) {
    row = detail;
    version = detail.version();
    cells.clear();
    detail.cells().forEach((column, text) -> cells.add(new Cell(column, text)));
  }

  /** Tries the row again, with what was typed. */
  public void release() {
    Map<String, String> wanted = new LinkedHashMap<>();
    cells.forEach(cell -> wanted.put(cell.column, cell.text));
    QuarantineDetail tried = quarantine.release(visitor.actor(), Uids.parse(id), wanted, version);
    boolean released = tried.summary().state() == QuarantineState.RELEASED;
    notices.tell(released ? "quarantine.released" : "quarantine.still-wrong");
    notices.open("/quarantined-row?id=" + tried.summary().uid());
  }

  public void dismiss() {
    quarantine.dismiss(visitor.actor(), Uids.parse(id), note, version);
    notices.tell("quarantine.dismissed");
    notices.open("/quarantined-row?id=" + Uids.parse(id));
  }

  public QuarantineDetail getRow() {
    if (row == null) {
      row = quarantine.get(visitor.actor(), Uids.parse(id));
    }
    return row;
  }

  public boolean isDecidable() {
    return visitor.actor().hasAny(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR)
        && getRow().summary().state() == QuarantineState.QUARANTINED;
  }

  /** Whether something is wrong with that cell. */
  public boolean isWrong(String column) {
    return getRow().summary().state() == QuarantineState.QUARANTINED
        && getRow().problems().stream().anyMatch(problem -> problem.column().equals(column));
  }

  public String sentence(RowProblem problem) {
    return texts.sentence("problem." + problem.code(), problem.facts());
  }

  public String nextStep(RowProblem problem) {
    return texts.sentence("problem." + problem.code() + ".next", problem.facts());
  }

  public List<Cell> getCells() {
    return cells;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
