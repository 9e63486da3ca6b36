package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.mitra.access.Actor;
import org.mitra.time.Period;

/** Brings what everyone has earned to the books, as a run does, in the thread that asks. */
@ApplicationScoped
public class Posting {
  @Inject private ChannelPass pass;

  /** Computes and posts the periods that the days touch. */
  public void of(LocalDate from, LocalDate until) {
    ChannelPass.Read read = pass.read(new Period(from, until), (done, total) -> {});
    for (long partner : read.partners()) {
      pass.write(Actor.system(), read, java.util.List.of(partner), Optional.empty(), true);
    }
  }
}
