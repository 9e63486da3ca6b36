package org.mitra.it;

import java.io.File;
import java.net.URISyntaxException;
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
    for (String driver : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (driver.contains("mysql-connector-j") || driver.contains("fastcsv")) {
        war.addAsLibrary(new File(driver));
      }
    }
    war.addAsLibrary(locationOf(Assertions.class));
    war.addAsLibrary(locationOf(net.bytebuddy.ByteBuddy.class));
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
