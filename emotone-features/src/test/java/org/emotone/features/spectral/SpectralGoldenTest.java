package org.emotone.features.spectral;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.emotone.features.golden.Golden;
import org.emotone.features.golden.Signals;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Levels, shapes, chroma and what changes them against librosa, on signals that Java makes too. */
class SpectralGoldenTest {

  private static final int RATE = 16_000;
  private static final Stft SHAPES = Stft.of(1024, 700);
  private static final SpectralShape SHAPE = SpectralShape.of(SHAPES, RATE);

  private static float[] signal(JsonNode golden, int samples) {
    return Signals.named(golden.get("signal").asText(), samples);
  }

  private static Spectrogram amplitude(JsonNode golden) {
    return SHAPES.amplitude(signal(golden, 3000));
  }

  @TestFactory
  Stream<DynamicTest> rmsIsLibrosas() {
    return Golden.tests(
        "levels",
        "rms",
        golden ->
            Golden.assertClose(
                levels(golden, Padding.ZERO).rms(signal(golden, 3000)), golden, 1e-5, 1e-9));
  }

  @TestFactory
  Stream<DynamicTest> zeroCrossingsAreLibrosas() {
    return Golden.tests(
        "levels",
        "zcr",
        golden ->
            Golden.assertClose(
                levels(golden, Padding.EDGE).zeroCrossings(signal(golden, 3000)),
                golden,
                1e-5,
                1e-12));
  }

  private static Levels levels(JsonNode golden, Padding padding) {
    return new Levels(golden.get("frame").asInt(), golden.get("hop").asInt(), padding);
  }

  @TestFactory
  Stream<DynamicTest> centroidIsLibrosas() {
    return Golden.tests(
        "shapes",
        "centroid",
        golden -> Golden.assertClose(SHAPE.centroid(amplitude(golden)), golden, 1e-5, 1e-6));
  }

  @TestFactory
  Stream<DynamicTest> bandwidthIsLibrosas() {
    return Golden.tests(
        "shapes",
        "bandwidth",
        golden -> Golden.assertClose(SHAPE.bandwidth(amplitude(golden)), golden, 1e-5, 1e-6));
  }

  @TestFactory
  Stream<DynamicTest> rolloffIsLibrosas() {
    return Golden.tests(
        "shapes",
        "rolloff",
        golden -> Golden.assertClose(SHAPE.rolloff(amplitude(golden), 0.85), golden, 1e-5, 1e-6));
  }

  @TestFactory
  Stream<DynamicTest> flatnessIsLibrosas() {
    return Golden.tests(
        "shapes",
        "flatness",
        golden -> Golden.assertClose(SHAPE.flatness(amplitude(golden)), golden, 1e-5, 1e-12));
  }

  @TestFactory
  Stream<DynamicTest> polynomialIsLibrosas() {
    return Golden.tests(
        "shapes",
        "polynomial",
        golden -> {
          SpectralPolynomial fit =
              new SpectralPolynomial(513, RATE / 1024.0, golden.get("order").asInt());
          Golden.assertClose(fit.apply(amplitude(golden)).values(), golden, 1e-5, 1e-12);
        });
  }

  @TestFactory
  Stream<DynamicTest> contrastIsLibrosas() {
    SpectralContrast contrast = new SpectralContrast(200, 5, 0.02);
    return Golden.tests(
        "shapes",
        "contrast",
        golden ->
            Golden.assertClose(
                contrast.apply(amplitude(golden), RATE).values(), golden, 1e-5, 5e-4));
  }

  @TestFactory
  Stream<DynamicTest> tuningIsLibrosas() {
    return Golden.tests(
        "chromas",
        "tuning",
        golden -> {
          Spectrogram power = Stft.of(2048, 4000).power(signal(golden, 12_000));
          double[] tuning = {Tuning.estimate(power, RATE, 12)};
          Golden.assertClose(tuning, golden, 0, 1e-9);
        });
  }

  @TestFactory
  Stream<DynamicTest> chromaIsLibrosas() {
    return Golden.tests(
        "chromas",
        "chroma",
        golden -> Golden.assertClose(chroma(golden).values(), golden, 0, 1e-3));
  }

  @TestFactory
  Stream<DynamicTest> tonnetzIsLibrosas() {
    return Golden.tests(
        "chromas",
        "tonnetz",
        golden -> Golden.assertClose(Tonnetz.of(chroma(golden)).values(), golden, 0, 1e-3));
  }

  private static Spectrogram chroma(JsonNode golden) {
    Spectrogram power = Stft.of(2048, 4000).power(signal(golden, 12_000));
    double tuning = Tuning.estimate(power, RATE, 12);
    return FrameNorm.MAXIMUM.apply(new ChromaFilterBank(RATE, 2048, tuning, 12).apply(power));
  }

  @TestFactory
  Stream<DynamicTest> constantQIsLibrosasToAThousandthOfItsLargest() {
    ConstantQ transform = new ConstantQ(RATE, 512, ConstantQ.C1, 7, 36);
    return Golden.tests(
        "chromas",
        "cqt",
        golden -> {
          Spectrogram all = transform.amplitude(signal(golden, 12_000), 0);
          double[] some = new double[golden.get("values").size()];
          double largest = 1e-9;
          for (double value : all.values()) {
            largest = Math.max(largest, value);
          }
          int columns = (all.bins() + 4) / 5;
          for (int i = 0; i < some.length; i++) {
            some[i] = all.get(4 + 5 * (i / columns), 5 * (i % columns));
          }
          Golden.assertClose(some, golden, 1e-3, 1e-3 * largest);
        });
  }

  @TestFactory
  Stream<DynamicTest> constantQChromaIsLibrosas() {
    ConstantQ transform = new ConstantQ(RATE, 512, ConstantQ.C1, 7, 36);
    return Golden.tests(
        "chromas",
        "chromaCqt",
        golden -> {
          float[] samples = signal(golden, 12_000);
          double tuning = Tuning.estimate(Stft.LIBROSA.amplitude(samples), RATE, 36);
          Spectrogram raw = transform.chroma(transform.amplitude(samples, tuning), 12);
          Spectrogram chroma = FrameNorm.MAXIMUM.apply(raw);
          double[] some = new double[golden.get("values").size()];
          for (int i = 0; i < some.length; i++) {
            some[i] = chroma.get(5 * (i / 12), i % 12);
          }
          Golden.assertClose(some, golden, 0, 1e-3);
        });
  }

  @TestFactory
  Stream<DynamicTest> pcenIsLibrosas() {
    MelFilterBank bank = new MelFilterBank(RATE, 512, 12, 0, 8000, MelScale.SLANEY, MelNorm.AREA);
    MelSpectrogram mel = new MelSpectrogram(Stft.of(512, 250), bank);
    return Golden.tests(
        "dynamics",
        "pcen",
        golden -> {
          Spectrogram energy = mel.power(signal(golden, 4000));
          double[] values = Pcen.LIBROSA.apply(energy, 250.0 / RATE).values();
          Golden.assertClose(values, golden, 1e-4, 1e-9);
        });
  }

  @TestFactory
  Stream<DynamicTest> harmonicMaskIsLibrosas() {
    Hpss hpss = new Hpss(7, 7, 2);
    return Golden.tests(
        "dynamics",
        "hpss",
        golden -> {
          Spectrogram amplitude = Stft.of(64, 160).amplitude(signal(golden, 4000));
          Golden.assertClose(hpss.harmonicMask(amplitude).values(), golden, 0, 1e-5);
        });
  }
}
