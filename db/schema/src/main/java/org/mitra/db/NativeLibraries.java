package org.mitra.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * MySQL for Linux wants libaio and libnuma, which a bare machine may lack. Both are small: they are
 * fetched from Debian's or Ubuntu's packages into the cache, without installing anything.
 */
final class NativeLibraries {
  private static final List<String> SYSTEM_FOLDERS =
      List.of("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib");

  private NativeLibraries() {}

  /** The library path with which the server starts. */
  static Path complete(Distribution distribution, Path home, Path cache) throws IOException {
    Path bundled = home.resolve(distribution == Distribution.MYSQL ? "lib/private" : "libs");
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    if (distribution == Distribution.MYSQL && linux) {
      provide("libaio.so.1", "libaio1", bundled, cache);
      provide("libnuma.so.1", "libnuma1", bundled, cache);
    }
    return bundled;
  }

  private static void provide(String library, String debianPackage, Path bundled, Path cache)
      throws IOException {
    if (Files.exists(bundled.resolve(library))
        || find(library, SYSTEM_FOLDERS).findAny().isPresent()) {
      return;
    }
    // Since the 64-bit time change Debian and Ubuntu carry the same library under another name.
    Path renamed = find(library + "t64", SYSTEM_FOLDERS).findAny().orElse(null);
    if (renamed == null) {
      Path unpacked = download(debianPackage, cache);
      renamed =
          Stream.concat(
                  find(library, List.of(unpacked.toString())),
                  find(library + "t64", List.of(unpacked.toString())))
              .findFirst()
              .orElseThrow(() -> missing(library, debianPackage));
    }
    Files.copy(renamed.toRealPath(), bundled.resolve(library));
  }

  private static Stream<Path> find(String library, List<String> folders) {
    return folders.stream()
        .map(Path::of)
        .filter(Files::isDirectory)
        .flatMap(folder -> findBelow(folder, library));
  }

  private static Stream<Path> findBelow(Path folder, String library) {
    try (Stream<Path> files =
        Files.find(
            folder, 6, (path, attributes) -> path.getFileName().toString().equals(library))) {
      return files.toList().stream();
    } catch (IOException | java.io.UncheckedIOException e) {
      // A folder that we may not read holds nothing for us.
      return Stream.empty();
    }
  }

  private static Path download(String debianPackage, Path cache) throws IOException {
    Path folder = Files.createDirectories(cache.resolve("packages").resolve(debianPackage));
    for (String name : List.of(debianPackage, debianPackage + "t64")) {
      if (run(folder, "apt-get", "download", name)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.filter(f -> f.toString().endsWith(".deb")).toList()) {
            if (run(folder, "dpkg", "-x", file.toString(), folder.toString())) {
              return folder;
            }
          }
        }
      }
    }
    throw missing(debianPackage, debianPackage);
  }

  private static boolean run(Path folder, String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static IllegalStateException missing(String library, String debianPackage) {
    return new IllegalStateException(
        "MySQL needs "
            + library
            + ", which is not on this machine and could not be fetched. Install it, for example with: sudo apt-get install "
            + debianPackage);
  }
}
