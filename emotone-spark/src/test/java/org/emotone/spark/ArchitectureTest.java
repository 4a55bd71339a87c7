package org.emotone.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What this module must not know; emotone-cli holds that nobody needs this module. */
@AnalyzeClasses(packages = "org.emotone.spark", importOptions = ArchitectureTest.WithoutTests.class)
final class ArchitectureTest {

  /** ArchUnit's own option does not know the build folder of ./check. */
  static final class WithoutTests implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/");
    }
  }

  @ArchTest
  static final ArchRule knowsTheRuntimeAndSparkAlone =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.emotone.corpus..",
              "org.emotone.training..",
              "org.emotone.report..",
              "org.emotone.cli..",
              "ai.onnxruntime..");

  @ArchTest
  static final ArchRule neitherPrintsNorExits =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class);
}
