package org.mitra.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mitra.money.Exact;

/**
 * Computes entitlements from lines: see every line, then ask.
 *
 * <p>Some programs pay a payee by what others sold, too: their pools, contests and shared budgets
 * are right once the lines of all payees were seen ({@link CompiledProgram#reach}).
 *
 * <p>Two calculations over parts of the lines are merged with {@link #absorb}, in any order. Not
 * thread-safe: one per thread.
 */
public final class Calculation implements Crediting.Sink {
  private final Map<String, CompiledProgram> programs;
  private final Crediting crediting;
  private final boolean explain;
  private final Map<AccrualKey, Measured> measures = new HashMap<>();
  private final Map<String, List<AccrualKey>> keys = new HashMap<>();
  private final List<Refused> refused = new ArrayList<>();
  private Optional<Budgets> stages = Optional.empty();

  /** A line that a program gave nothing for. */
  public record Refused(String program, SalesLine line, Refusal refusal) {}

  private Calculation(List<CompiledProgram> programs, boolean explain) {
    this.programs =
        programs.stream().collect(Collectors.toMap(CompiledProgram::id, Function.identity()));
    this.crediting = new Crediting(programs);
    this.explain = explain;
  }

  /** Keeps sums only, unless a rule depends on which lines they come from. */
  public static Calculation ofAmounts(List<CompiledProgram> programs) {
    return new Calculation(programs, false);
  }

  /** Keeps every line, so that amounts are explained down to it and refusals are known. */
  public static Calculation explained(List<CompiledProgram> programs) {
    return new Calculation(programs, true);
  }

  public void see(SalesLine line) {
    crediting.see(line, this);
  }

  @Override
  public void credited(AccrualKey key, Credit credit) {
    of(key).add(credit);
  }

  @Override
  public void past(AccrualKey key, Exact part) {
    of(key).addPast(part);
  }

  private Measured of(AccrualKey key) {
    stages = Optional.empty();
    Measured measured = measures.get(key);
    if (measured == null) {
      measured = start(key);
      put(key, measured);
    }
    return measured;
  }

  private void put(AccrualKey key, Measured measured) {
    measures.put(key, measured);
    keys.computeIfAbsent(key.payee(), payee -> new ArrayList<>()).add(key);
  }

  /**
   * Adds what another calculation of the same programs has seen of other lines.
   *
   * @throws IllegalArgumentException when only one of the two explains
   */
  public void absorb(Calculation other) {
    if (explain != other.explain) {
      throw new IllegalArgumentException("sums and explanations do not merge");
    }
    other.measures.forEach((key, measured) -> of(key).absorb(measured));
    refused.addAll(other.refused);
  }

  /**
   * Takes over what another calculation of the same programs has seen of everybody but the payee,
   * whose own measures stay: so that what he earns by what others sold is explained down to his
   * lines, and to theirs in sum.
   */
  public void beside(Calculation others, String payee) {
    stages = Optional.empty();
    measures.keySet().removeIf(key -> !key.payee().equals(payee));
    keys.keySet().retainAll(Set.of(payee));
    others.measures.forEach(
        (key, measured) -> {
          if (!key.payee().equals(payee)) {
            put(key, measured);
          }
        });
  }

  private Measured start(AccrualKey key) {
    boolean lines = explain || programs.get(key.program()).needsLines(key.period());
    return lines ? Measured.withLines() : Measured.sums();
  }

  @Override
  public void refused(String program, SalesLine line, Refusal refusal) {
    if (explain) {
      refused.add(new Refused(program, line, refusal));
    }
  }

  /** The keys for which something was credited, or is compared with sales of the past, in order. */
  public SortedMap<AccrualKey, Measured> measures() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(measures));
  }

  /** Of these keys those of one payee, in order. */
  public List<AccrualKey> keysOf(String payee) {
    return keys.getOrDefault(payee, List.of()).stream().sorted().toList();
  }

  /** Everybody who has a key. */
  public Set<String> payees() {
    return Collections.unmodifiableSet(keys.keySet());
  }

  /** What was measured for the key's own period. */
  public Measured measured(AccrualKey key) {
    return measures.getOrDefault(key, Measured.sums());
  }

  /**
   * What the key has earned on the lines seen so far; nothing credited is an entitlement of zero,
   * unless the program pays anyway.
   */
  public Entitlement entitlement(AccrualKey key) {
    return Entitlement.of(stages().of(key), key.currency());
  }

  /** What is measured for the key: in a span, since its beginning. */
  public Measured upTo(AccrualKey key) {
    return programs.get(key.program()).earns()
        ? new Earnings(programs, measures).upTo(key)
        : Measured.sums();
  }

  /** What the payee has to gain in the period. */
  public Optional<NextTier> next(AccrualKey key) {
    return new Earnings(programs, measures).next(key);
  }

  private Budgets stages() {
    if (stages.isEmpty()) {
      Earnings earnings = new Earnings(programs, measures);
      Stacks stacks = new Stacks(programs, earnings);
      stages = Optional.of(new Budgets(programs, earnings, stacks));
    }
    return stages.get();
  }

  /** Lines that earned nothing, each with the condition it failed; known only when explaining. */
  public List<Refused> refusals() {
    return List.copyOf(refused);
  }
}
