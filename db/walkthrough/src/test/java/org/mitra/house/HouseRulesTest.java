package org.mitra.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * What CONTRIBUTING.md promises about the code, checked on everything that runs in the
 * applications.
 */
class HouseRulesTest {
  private static final JavaClasses HOUSE = new ClassFileImporter().importPaths(House.classes());

  private static final String[] ENGINE = {
    "org.mitra.engine..", "org.mitra.money..", "org.mitra.time.."
  };

  /** The demo draws random shares of a market; no amount is computed from one. */
  private static final String[] NO_AMOUNTS = {
    "org.mitra.web..",
    "org.mitra.rest..",
    "org.mitra.admin..",
    "org.mitra.partner..",
    "org.mitra.demo.."
  };

  private static final String[] PAGES = {
    "org.mitra.web..", "org.mitra.rest..", "org.mitra.admin..", "org.mitra.partner.."
  };

  @Test
  void theEngineKnowsOnlyJava() {
    classes()
        .that(are(resideInAnyPackage(ENGINE)))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(ENGINE).or(resideInAnyPackage("java..")))
        .check(HOUSE);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.mitra.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void featuresKnowNeitherPagesNorHttp() {
    noClasses()
        .that(are(resideOutsideOfPackages(PAGES)))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(PAGES)
                .or(
                    resideInAnyPackage(
                        "jakarta.ws.rs..",
                        "jakarta.faces..",
                        "jakarta.servlet..",
                        "org.primefaces..")))
        .check(HOUSE);
  }

  @Test
  void pagesUseNeitherSqlNorJpa() {
    noClasses()
        .that(are(resideInAnyPackage(PAGES)))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.sql..", "javax.sql..")
                .or(
                    resideInAnyPackage("jakarta.persistence..")
                        .and(
                            DescribedPredicate.not(
                                describe(
                                    "the sign of a lost race",
                                    type ->
                                        type.getSimpleName().equals("OptimisticLockException")))))
                .or(describe("Sql", type -> type.getFullName().equals("org.mitra.data.Sql"))))
        .check(HOUSE);
  }

  @Test
  void entitiesStayInTheirFeature() {
    classes()
        .that()
        .areAnnotatedWith("jakarta.persistence.Entity")
        .should()
        .bePackagePrivate()
        .check(HOUSE);
  }

  @Test
  void nobodyLooksAtTheWallClock() {
    Set<String> askers =
        Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone", "system");
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.mitra.data.BusinessClock")
        .should()
        .accessTargetWhere(
            describe(
                "asks what time it is",
                (JavaAccess<?> access) ->
                    (access.getTargetOwner().getPackageName().equals("java.time")
                            && askers.contains(access.getName()))
                        || (access.getTargetOwner().isEquivalentTo(System.class)
                            && access.getName().equals("currentTimeMillis"))
                        || (access.getTargetOwner().isEquivalentTo(java.util.Date.class)
                            && access.getName().equals("<init>")
                            && access.getDescription().contains("<init>()"))))
        .because("time comes from BusinessClock, which tests and the demo can move")
        .check(HOUSE);
  }

  @Test
  void amountsAreNeverBinary() {
    DescribedPredicate<JavaClass> binary =
        describe(
            "binary fractions",
            type ->
                Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                    .contains(type.getBaseComponentType().getFullName()));
    fields()
        .that()
        .areDeclaredInClassesThat(resideOutsideOfPackages(NO_AMOUNTS))
        .should()
        .notHaveRawType(binary)
        .check(HOUSE);
    methods()
        .that()
        .areDeclaredInClassesThat(resideOutsideOfPackages(NO_AMOUNTS))
        .should()
        .notHaveRawReturnType(binary)
        .check(HOUSE);
    noClasses()
        .that(are(resideOutsideOfPackages(NO_AMOUNTS)))
        // Cells of a spreadsheet are binary; it writes what fits them exactly.
        .and()
        .doNotHaveFullyQualifiedName("org.mitra.tables.XlsxTable")
        .should()
        .accessTargetWhere(
            describe(
                "turns a number into a binary fraction",
                (JavaAccess<?> access) ->
                    Set.of("doubleValue", "floatValue", "parseDouble", "parseFloat")
                        .contains(access.getName())))
        .check(HOUSE);
  }

  @Test
  void namesSayWhatThingsAre() {
    classes()
        .should()
        .haveNameNotMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto)")
        .andShould()
        .haveNameNotMatching(".*\\.(Base|Abstract)[A-Z].*")
        .check(HOUSE);
  }

  @Test
  void filesCanBeHeldInTheHead() {
    List<String> long_ =
        House.sources(".java").stream()
            .filter(file -> House.read(file).lines().count() > 400)
            .map(Path::toString)
            .toList();
    Assertions.assertThat(long_).as("files of more than 400 lines").isEmpty();
  }
}
