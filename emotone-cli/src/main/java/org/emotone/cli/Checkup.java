package org.emotone.cli;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.TargetDataLine;

/**
 * One check of {@code doctor}.
 *
 * @param subject what is checked, in a word or two
 * @param look looks and says what it found
 */
record Checkup(String subject, Supplier<Finding> look) {

  private static final double GIB = 1L << 30;

  /** All checks, in the order in which they are printed. */
  static List<Checkup> all() {
    return List.of(
        new Checkup("Java", Checkup::java),
        new Checkup("ONNX Runtime", Checkup::onnxRuntime),
        new Checkup("LibTorch", Checkup::libTorch),
        new Checkup("model", Checkup::model),
        new Checkup("memory", Checkup::memory),
        new Checkup("cache folder", () -> cacheFolder(Places.home())),
        new Checkup("microphone", Checkup::microphone));
  }

  private static Finding java() {
    String detail =
        "%s by %s, %s %s"
            .formatted(
                Runtime.version(),
                System.getProperty("java.vendor"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
    return Runtime.version().feature() >= 17
        ? Finding.ok(detail)
        : Finding.fault(detail, "install a JDK 17 or later and point JAVA_HOME to it");
  }

  private static Finding onnxRuntime() {
    try {
      return Finding.ok("version " + OrtEnvironment.getEnvironment().getVersion() + " loaded");
    } catch (LinkageError | IllegalStateException e) {
      return Finding.fault(
          "cannot be loaded: " + Failures.line(e),
          "analyze needs it: Linux needs glibc 2.27 or later on x86-64 or arm64, and a temporary"
              + " folder from which programs may run (-Djava.io.tmpdir=… in EMOTONE_JAVA_OPTS)");
    }
  }

  private static Finding libTorch() {
    try {
      return Finding.ok("version " + Torch.version() + " loaded, only needed to train");
    } catch (LinkageError e) {
      return Finding.note(
          "cannot be loaded: " + Failures.line(e),
          "only train needs it: it exists for Linux x86-64, macOS and Windows x86-64");
    }
  }

  private static Finding model() {
    try {
      return Finding.ok(ModelVerifyCommand.verify(Models.find("default")));
    } catch (IOException | LinkageError e) {
      return Finding.fault(
          Failures.line(e),
          "restore models/default.emotone (git checkout models), or name a model with --model");
    }
  }

  private static Finding memory() {
    double heap = Runtime.getRuntime().maxMemory() / GIB;
    double machine = physicalBytes() / GIB;
    String detail = "%.1f GiB in the machine, %.1f GiB for Java".formatted(machine, heap);
    if (heap < 0.2) {
      return Finding.fault(detail, "give Java more, such as EMOTONE_JAVA_OPTS=-Xmx1g");
    }
    return machine < 4
        ? Finding.note(detail, "enough to analyze; to train, use a machine with 4 GiB or more")
        : Finding.ok(detail);
  }

  private static long physicalBytes() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean machine
        ? machine.getTotalMemorySize()
        : Runtime.getRuntime().maxMemory();
  }

  /** Whether a folder can be made, written to and has a gibibyte left. */
  static Finding cacheFolder(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "doctor", ".tmp"));
      double free = Files.getFileStore(folder).getUsableSpace() / GIB;
      String detail = "%s, %.1f GiB free".formatted(folder, free);
      return free < 1
          ? Finding.note(detail, "make room, or point EMOTONE_HOME to a folder that has it")
          : Finding.ok(detail);
    } catch (IOException e) {
      return Finding.fault(
          folder + " cannot be written to: " + Failures.line(e),
          "make it writable, or point EMOTONE_HOME to a folder that is");
    }
  }

  private static Finding microphone() {
    AudioFormat speech = new AudioFormat(16_000, 16, 1, true, false);
    try {
      if (AudioSystem.isLineSupported(new DataLine.Info(TargetDataLine.class, speech))) {
        return Finding.ok("one that records 16 kHz mono was found");
      }
    } catch (LinkageError | IllegalArgumentException e) {
      return Finding.note("cannot be looked for: " + Failures.line(e), "files work without it");
    }
    return Finding.note(
        "none found", "files work without it; connect one to record, and allow Java to use it");
  }
}
