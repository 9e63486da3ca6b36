package org.mitra.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mitra.data.Sql;
import org.mitra.problem.Problem;

/**
 * Who stands above whom over time, and what follows from it: who sees whom. Changes are made one
 * after the other, under a lock, so that two edits at once cannot close a circle.
 */
@ApplicationScoped
class Hierarchy {
  private record Edge(long partner, long parent, LocalDate from, LocalDate until) {}

  private record Window(LocalDate from, LocalDate until) {
    Window within(Edge edge) {
      LocalDate start = from.isAfter(edge.from()) ? from : edge.from();
      LocalDate end = until.isBefore(edge.until()) ? until : edge.until();
      return start.isBefore(end) ? new Window(start, end) : null;
    }
  }

  private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

  @Inject private Sql sql;

  /** Others who change the hierarchy wait from here until this transaction ends. */
  void lock() {
    sql.rows(row -> row.number("one"), "SELECT one FROM hierarchy_lock FOR UPDATE");
  }

  /**
   * Puts a partner under a parent from a day on; what was known of later days is replaced.
   *
   * @param parentId null at the top
   * @param as level, region and territory
   */
  void stand(long partnerId, LocalDate from, Long parentId, SavePartner as) {
    sql.update(
        "DELETE FROM partner_standing WHERE partner_id = ? AND valid_from >= ?", partnerId, from);
    sql.update(
        "UPDATE partner_standing SET valid_to = ? WHERE partner_id = ? AND valid_to > ?",
        from,
        partnerId,
        from);
    sql.update(
        "INSERT INTO partner_standing (partner_id, valid_from, valid_to, parent_id, level, region,"
            + " territory) VALUES (?, ?, ?, ?, ?, ?, ?)",
        partnerId,
        from,
        Standing.FOR_EVER,
        parentId,
        as.level(),
        as.region(),
        as.territory());
  }

  /**
   * Works out who sees whom, after one or many {@link #stand}.
   *
   * @throws Problem 422 when somebody stands above himself
   */
  void settle() {
    Map<Long, List<Edge>> below = new HashMap<>();
    Set<Long> partners = new HashSet<>();
    sql.each(row -> partners.add(row.number("id")), "SELECT id FROM partner");
    sql.each(
        row ->
            below
                .computeIfAbsent(row.number("parent_id"), id -> new ArrayList<>())
                .add(
                    new Edge(
                        row.number("partner_id"),
                        row.number("parent_id"),
                        row.day("valid_from"),
                        row.day("valid_to"))),
        "SELECT partner_id, parent_id, valid_from, valid_to FROM partner_standing"
            + " WHERE parent_id IS NOT NULL");
    Map<Long, List<Object[]>> wanted = new HashMap<>();
    for (long viewer : partners) {
      List<Object[]> rows = new ArrayList<>();
      rows.add(new Object[] {viewer, viewer, BEGINNING, Standing.FOR_EVER});
      descend(viewer, viewer, new Window(BEGINNING, Standing.FOR_EVER), below, rows, 0);
      wanted.put(viewer, rows);
    }
    store(wanted);
  }

  private static void descend(
      long viewer,
      long above,
      Window window,
      Map<Long, List<Edge>> below,
      List<Object[]> rows,
      int depth) {
    for (Edge edge : below.getOrDefault(above, List.of())) {
      Window seen = window.within(edge);
      if (seen == null) {
        continue;
      }
      if (edge.partner() == viewer || depth > 20) {
        throw Problem.refused("partner.circle");
      }
      rows.add(new Object[] {viewer, edge.partner(), seen.from(), seen.until()});
      descend(viewer, edge.partner(), seen, below, rows, depth + 1);
    }
  }

  /** Writes what changed only: a channel of thousands has few moves a day. */
  private void store(Map<Long, List<Object[]>> wanted) {
    Map<List<Object>, LocalDate> stored = new HashMap<>();
    sql.each(
        row ->
            stored.put(
                List.of(row.number("viewer_id"), row.number("partner_id"), row.day("valid_from")),
                row.day("valid_to")),
        "SELECT viewer_id, partner_id, valid_from, valid_to FROM partner_scope");
    List<Object[]> fresh = new ArrayList<>();
    for (List<Object[]> rows : wanted.values()) {
      for (Object[] row : rows) {
        LocalDate end = stored.remove(List.of(row[0], row[1], row[2]));
        if (end == null) {
          fresh.add(row);
        } else if (!end.equals(row[3])) {
          sql.update(
              "UPDATE partner_scope SET valid_to = ?"
                  + " WHERE viewer_id = ? AND partner_id = ? AND valid_from = ?",
              row[3],
              row[0],
              row[1],
              row[2]);
        }
      }
    }
    sql.batch(
        "DELETE FROM partner_scope WHERE viewer_id = ? AND partner_id = ? AND valid_from = ?",
        stored.keySet().stream().map(List::toArray).toList());
    sql.batch(
        "INSERT INTO partner_scope (viewer_id, partner_id, valid_from, valid_to) VALUES (?, ?, ?, ?)",
        fresh);
  }
}
