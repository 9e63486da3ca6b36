package org.mitra.programs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mitra.engine.CompiledProgram;

/** Stand-in until the feature is merged. */
@ApplicationScoped
public class Programs {
  public List<CompiledProgram> compiled() {
    return List.of();
  }
}
