package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mitra.access.Actor;
import org.mitra.data.Saved;
import org.mitra.mappings.Columns;
import org.mitra.mappings.FeedKind;
import org.mitra.mappings.Mapping;
import org.mitra.mappings.MasterRows;
import org.mitra.mappings.RowMapper;
import org.mitra.partners.Partners;
import org.mitra.partners.RepresentativeSummary;
import org.mitra.partners.Representatives;
import org.mitra.partners.SaveRepresentative;
import org.mitra.problem.Problem;

@ApplicationScoped
class RepresentativeReceiver extends MasterReceiver<SaveRepresentative> {
  @Inject private Partners partners;
  @Inject private Representatives representatives;

  @Override
  public FeedKind kind() {
    return FeedKind.REPRESENTATIVES;
  }

  @Override
  public RowMapper<SaveRepresentative> mapper(Mapping mapping, Columns columns) {
    return MasterRows.representatives(mapping, columns);
  }

  @Override
  protected List<Saved> save(String by, List<SaveRepresentative> commands) {
    return commands.stream().map(this::save).toList();
  }

  private Saved save(SaveRepresentative command) {
    Saved saved = outcome(command);
    if (saved != Saved.UNCHANGED) {
      representatives.save(Actor.system(), command.partner(), command.code(), command.name());
    }
    return saved;
  }

  private Saved outcome(SaveRepresentative command) {
    return partners
        .find(Actor.system().scope(), command.partner())
        .orElseThrow(
            () -> Problem.refused("partner.unknown").with("code", command.partner()).at("/partner"))
        .representatives()
        .stream()
        .filter(known -> known.code().equals(command.code()))
        .map(RepresentativeSummary::name)
        .findFirst()
        .map(name -> name.equals(command.name()) ? Saved.UNCHANGED : Saved.CHANGED)
        .orElse(Saved.NEW);
  }
}
