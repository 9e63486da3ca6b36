package org.mitra.feeds;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mitra.data.Saved;
import org.mitra.data.Sha256;
import org.mitra.mappings.MappedRow;
import org.mitra.mappings.Mapping;
import org.mitra.problem.Problem;

/**
 * What receivers of master data share. A chunk is saved at once, in a transaction of its own; when
 * something in it is refused, its halves are, until the refused rows stand alone. Saved again, the
 * same changes nothing.
 */
abstract class MasterReceiver<T> implements Receiver<T> {
  private static final String NOT_YET = "partner.unknown";

  @Inject private Apart apart;

  /**
   * Saves all or none, in the running transaction.
   *
   * @param by username of whoever brings them in; empty while they are only judged
   */
  protected abstract List<Saved> save(String by, List<T> commands);

  @Override
  public List<Received> receive(Arrival arrival, List<MappedRow<T>> rows, boolean late) {
    return received(arrival.by(), rows, late, apart::done);
  }

  /** Tried for real and rolled back: nothing else would tell as exactly. */
  @Override
  public List<Received> judge(Mapping mapping, List<MappedRow<T>> rows, Newcomers newcomers) {
    return received("", rows, false, apart::tried);
  }

  private List<Received> received(
      String by,
      List<MappedRow<T>> rows,
      boolean late,
      Function<Supplier<List<Saved>>, List<Saved>> transaction) {
    List<T> commands = rows.stream().map(MappedRow::command).toList();
    return saved(by, commands, late, transaction);
  }

  private List<Received> saved(
      String by,
      List<T> commands,
      boolean late,
      Function<Supplier<List<Saved>>, List<Saved>> transaction) {
    if (commands.isEmpty()) {
      return List.of();
    }
    try {
      return transaction.apply(() -> save(by, commands)).stream().map(Received::of).toList();
    } catch (Problem problem) {
      if (commands.size() == 1) {
        // Whoever stands above him may be in a later row.
        boolean waits = !late && problem.code().equals(NOT_YET);
        return List.of(waits ? Received.waiting() : Received.refused(problem));
      }
      int half = commands.size() / 2;
      List<Received> received =
          new ArrayList<>(saved(by, commands.subList(0, half), late, transaction));
      received.addAll(saved(by, commands.subList(half, commands.size()), late, transaction));
      return received;
    }
  }

  @Override
  public Map<String, BigDecimal> numbers(T command) {
    return Map.of();
  }

  @Override
  public String currency(T command) {
    return "";
  }

  @Override
  public T numbered(T command, int occurrence) {
    return command;
  }

  @Override
  public Sha256 content(T command) {
    return Sha256.of(command.toString());
  }
}
