package org.mitra.it;

import java.io.File;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.mitra.money.Money;

/** The domain in a server, deployed once for all integration tests. */
@ArquillianSuiteDeployment
public class DomainDeployment {
  /** What the applications bring along: the driver, and readers and writers of files. */
  private static final Pattern LIBRARIES =
      Pattern.compile(
          "/(mysql-connector-j|mitra-iso20022|fastcsv|poi|poi-ooxml|poi-ooxml-lite|xmlbeans|commons-[a-z0-9]+"
              + "|SparseBitSet|log4j-[a-z-]+)-[0-9][^/]*\\.jar$");

  @Deployment
  public static WebArchive war() throws URISyntaxException {
    File classes = locationOf(org.mitra.problem.Problem.class);
    WebArchive war =
        ShrinkWrap.create(WebArchive.class, "domain-it.war")
            .addPackages(true, Filters.exclude(".*/org/mitra/(db|it/TestDatabase).*"), "org.mitra")
            .addAsResource(
                new File(classes, "META-INF/persistence.xml"), "META-INF/persistence.xml")
            .addAsResource(new File(classes, "texts"), "texts")
            .addAsWebInfResource(new File(classes, "META-INF/beans.xml"), "beans.xml");
    for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (LIBRARIES.matcher(jar).find()) {
        war.addAsLibrary(new File(jar));
      }
    }
    war.addAsLibrary(locationOf(Assertions.class));
    war.addAsLibrary(locationOf(net.bytebuddy.ByteBuddy.class));
    war.addAsLibrary(locationOf(de.siegmar.fastcsv.writer.CsvWriter.class));
    File engine = locationOf(Money.class);
    if (engine.isFile()) {
      war.addAsLibrary(engine);
    }
    return war;
  }

  private static File locationOf(Class<?> type) throws URISyntaxException {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
