package org.mitra.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The whole project as files: what was written, and what the build made of it. */
final class House {
  /** Modules whose code runs in the applications. */
  static final List<String> MODULES =
      List.of(
          "incentive-core/engine",
          "incentive-core/iso20022",
          "incentive-core/domain",
          "incentive-core/web",
          "partner-portal",
          "admin-console",
          "db/demo");

  private House() {}

  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("CONTRIBUTING.md"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  static List<Path> classes() {
    return MODULES.stream()
        .map(module -> root().resolve(module).resolve("target/classes"))
        .toList();
  }

  /** Sources of the modules: Java, pages, texts. */
  static List<Path> sources(String ending) {
    return MODULES.stream()
        .map(module -> root().resolve(module).resolve("src/main"))
        .filter(Files::exists)
        .flatMap(folder -> files(folder, ending).stream())
        .toList();
  }

  static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
