package org.mitra.settlements;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.problem.Problem;

/**
 * Closes program periods and makes payouts of what they came to.
 *
 * @param lastDay periods that ended by this day are closed; a day that is over
 * @param programs codes; none for all
 */
public record PrepareSettlement(LocalDate lastDay, List<String> programs) {
  private static final int MOST = 500;

  public PrepareSettlement {
    Fields.present(lastDay, "lastDay");
    programs =
        programs == null
            ? List.of()
            : programs.stream().map(code -> BusinessKey.require(code, "programs")).toList();
    if (programs.size() > MOST) {
      throw Problem.invalid("list.size").with("most", MOST).at("/programs");
    }
  }

  Set<String> chosen() {
    return new TreeSet<>(programs);
  }
}
