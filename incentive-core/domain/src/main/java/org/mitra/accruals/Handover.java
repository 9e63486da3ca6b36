package org.mitra.accruals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Two threads at one task: the caller's reads, another computes with what was read, in the same
 * order. What is read a little is computed with at once, without another thread.
 *
 * @param <T> what is handed over
 */
final class Handover<T> {
  private static final int AT_ONCE = 1000;
  private static final int WAITING = 8;

  private final ThreadFactory threads;
  private final Consumer<T> consumer;
  private final BlockingQueue<List<T>> waiting = new ArrayBlockingQueue<>(WAITING);
  private List<T> gathered = new ArrayList<>(AT_ONCE);
  private Thread thread;

  /** Whatever ended the other thread before its time. */
  private volatile Throwable failure;

  Handover(ThreadFactory threads, Consumer<T> consumer) {
    this.threads = threads;
    this.consumer = consumer;
  }

  /** Returns when everything was computed with, or throws what either thread threw. */
  void run(Consumer<Consumer<T>> reader) {
    boolean given = false;
    try {
      reader.accept(this::gather);
      if (thread == null) {
        gathered.forEach(consumer);
        return;
      }
      if (!gathered.isEmpty()) {
        give(gathered);
      }
      give(List.of()); // That was all.
      given = true;
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while lines were computed", e);
    } finally {
      // After a failure here the other one has nothing to wait for.
      if (thread != null && !given) {
        thread.interrupt();
      }
    }
    rethrow();
  }

  private void gather(T one) {
    gathered.add(one);
    if (gathered.size() == AT_ONCE) {
      if (thread == null) {
        thread = threads.newThread(this::consume);
        thread.start();
      }
      try {
        give(gathered);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while lines were read", e);
      }
      gathered = new ArrayList<>(AT_ONCE);
    }
  }

  private void give(List<T> some) throws InterruptedException {
    while (!waiting.offer(some, 1, TimeUnit.SECONDS)) {
      rethrow();
    }
  }

  private void rethrow() {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }

  private void consume() {
    try {
      for (List<T> some = waiting.take(); !some.isEmpty(); some = waiting.take()) {
        some.forEach(consumer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }
}
