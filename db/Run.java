import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * Builds Mitra if anything changed since the last time, then starts it:
 *
 * <pre>java db/Run.java</pre>
 *
 * Needs a JDK 17 or later and nothing else. Options: {@code java db/Run.java --help}.
 */
public class Run {
  public static void main(String[] arguments) throws Exception {
    if (Runtime.version().feature() < 17) {
      System.err.println("Mitra needs a JDK 17 or later; this is " + Runtime.version() + ".");
      System.exit(1);
    }
    Path root = root();
    Path classPath = root.resolve("db/launcher/target/launcher.classpath");
    if (isStale(root, classPath)) {
      build(root);
      // Left alone by a build that finds it right: its age tells when the last build was.
      Files.setLastModifiedTime(classPath, FileTime.from(Instant.now()));
    }
    if (List.of(arguments).contains("--mysql")) {
      downloadMysql(root);
    }
    List<URL> urls = new ArrayList<>();
    urls.add(root.resolve("db/launcher/target/classes/").toUri().toURL());
    for (String entry : Files.readString(classPath).strip().split(File.pathSeparator)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), Run.class.getClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    boolean bench = arguments.length > 0 && arguments[0].equals("bench");
    String program = bench ? "org.mitra.bench.Bench" : "org.mitra.launcher.Mitra";
    String[] rest = bench ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
    loader.loadClass(program).getMethod("main", String[].class).invoke(null, (Object) rest);
  }

  /** The folder that holds the wrapper: here, or above. */
  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("db/Run.java"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      System.err.println("Run this inside the folder that was cloned.");
      System.exit(1);
    }
    return folder;
  }

  private static boolean isStale(Path root, Path built) throws IOException {
    if (!Files.exists(built)) {
      return true;
    }
    FileTime last = Files.getLastModifiedTime(built);
    boolean[] newer = {false};
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean ours = !name.startsWith(".") && !name.equals("target") && !name.equals("docs") && !name.equals("test");
            return ours || folder.equals(root) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean source = file.toString().contains(File.separator + "src" + File.separator) || file.endsWith("pom.xml");
            newer[0] |= source && attributes.lastModifiedTime().compareTo(last) > 0;
            return newer[0] ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
          }
        });
    return newer[0];
  }

  private static void build(Path root) throws IOException, InterruptedException {
    System.out.println("Building (the first time also downloads the server, the database and libraries, about 400 MB)");
    maven(root, "-Dmaven.test.skip=true", "-Dspotless.check.skip=true", "-pl", "db/launcher", "-am", "package");
  }

  /** MySQL is not among what every build needs: it is fetched when it is asked for. */
  private static void downloadMysql(Path root) throws IOException, InterruptedException {
    Properties files = new Properties();
    try (var reader = Files.newBufferedReader(root.resolve("db/launcher/target/classes/launcher.properties"))) {
      files.load(reader);
    }
    if (!Files.exists(Path.of(files.getProperty("mysql")))) {
      System.out.println("Downloading MySQL (530 MB)");
      maven(root, "-pl", "db/schema", "dependency:get@mysql-for-tests");
    }
  }

  private static void maven(Path root, String... arguments) throws IOException, InterruptedException {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
    List<String> command = new ArrayList<>(windows ? List.of("cmd", "/c", "mvnw.cmd") : List.of("./mvnw"));
    command.addAll(List.of("-B", "-ntp"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    Path log = root.resolve(".mitra/build.log");
    Files.createDirectories(log.getParent());
    try (var lines = process.inputReader(); var out = Files.newBufferedWriter(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        out.write(line + "\n");
        if (line.startsWith("[INFO] Building Mitra")) {
          System.out.println("       " + line.substring("[INFO] Building ".length()).replaceAll(" [0-9].*", ""));
        }
      }
    }
    if (process.waitFor() != 0) {
      System.err.println("The build failed. The reason is at the end of " + log + ".");
      System.exit(1);
    }
  }
}
