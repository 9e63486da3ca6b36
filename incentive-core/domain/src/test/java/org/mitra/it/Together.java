package org.mitra.it;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import org.mitra.problem.Problem;

/** Does the same thing in many threads at once. */
public final class Together {
  private Together() {}

  /**
   * @param threads of the container, so that they may use its transactions
   * @return how each thread fared: {@code ok}, or the code of its problem
   */
  public static List<String> run(ThreadFactory threads, int count, Callable<?> work)
      throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    List<FutureTask<String>> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      FutureTask<String> task =
          new FutureTask<>(
              () -> {
                start.await();
                try {
                  work.call();
                  return "ok";
                } catch (Problem e) {
                  return e.code();
                }
              });
      tasks.add(task);
      threads.newThread(task).start();
    }
    start.countDown();
    List<String> outcomes = new ArrayList<>();
    for (FutureTask<String> task : tasks) {
      try {
        outcomes.add(task.get());
      } catch (ExecutionException e) {
        throw new AssertionError(e.getCause());
      }
    }
    return outcomes;
  }
}
