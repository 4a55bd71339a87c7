package org.emotone.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.emotone.corpus.split.TrainingSet;

/** The direction of dependencies between the modules, and what each of them must not know. */
@AnalyzeClasses(packages = "org.emotone", importOptions = ArchitectureTest.WithoutTests.class)
final class ArchitectureTest {

  /** ArchUnit's own option does not know the build folder of ./check. */
  static final class WithoutTests implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/");
    }
  }

  @ArchTest
  static final ArchRule modulesDependOnlyOnThoseBelowThem =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("audio")
          .definedBy("org.emotone.audio..")
          .layer("features")
          .definedBy("org.emotone.features..")
          .layer("network")
          .definedBy("org.emotone.network..")
          .layer("runtime")
          .definedBy("org.emotone")
          .layer("corpus")
          .definedBy("org.emotone.corpus..")
          .layer("training")
          .definedBy("org.emotone.training..")
          .layer("report")
          .definedBy("org.emotone.report..")
          .layer("server")
          .definedBy("org.emotone.server..")
          .layer("cli")
          .definedBy("org.emotone.cli..")
          .whereLayer("audio")
          .mayNotAccessAnyLayer()
          .whereLayer("network")
          .mayNotAccessAnyLayer()
          .whereLayer("features")
          .mayOnlyAccessLayers("audio")
          .whereLayer("runtime")
          .mayOnlyAccessLayers("audio", "features")
          .whereLayer("corpus")
          .mayOnlyAccessLayers("audio")
          .whereLayer("training")
          .mayOnlyAccessLayers("audio", "features", "network", "runtime", "corpus")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("server")
          .mayOnlyAccessLayers("audio", "features", "runtime")
          .whereLayer("server")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule onlyASplitMakesATrainingSet =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.emotone.corpus.split.Split")
          .should()
          .callConstructor(TrainingSet.class, List.class)
          .because("what a network learns from must never hold a clip of the test");

  @ArchTest
  static final ArchRule readersKnowNothingOfExperiments =
      noClasses()
          .that()
          .resideInAnyPackage("org.emotone.corpus.reader", "org.emotone.corpus.own")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.emotone.corpus.label",
              "org.emotone.corpus.select",
              "org.emotone.corpus.split",
              "org.emotone.corpus.audit")
          .because("what a file is called does not depend on what is done with it");

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("org.emotone.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule libTorchIsForTrainingAlone =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.emotone.training..", "org.emotone.cli..", "org.emotone.audio.ffmpeg..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bytedeco..");

  @ArchTest
  static final ArchRule nobodyNeedsSpark =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "org.emotone.spark..")
          .because("it is found on the class path, or is not there");

  @ArchTest
  static final ArchRule nobodyNeedsFfmpeg =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.emotone.audio.ffmpeg..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bytedeco.ffmpeg..", "org.emotone.audio.ffmpeg..")
          .because("it is found on the class path, or is not there");

  @ArchTest
  static final ArchRule onlyTheRuntimeRunsNetworksWithOnnxRuntime =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.emotone")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("ai.onnxruntime.OrtSession")
          .because("what is measured must be what is served");

  @ArchTest
  static final ArchRule nobodyLogs =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "java.util.logging..", "org.slf4j..", "org.apache.commons.logging.."))
          .because("libraries throw or return what they found; the command line prints it");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrintsOrExits =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.emotone.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class);
}
