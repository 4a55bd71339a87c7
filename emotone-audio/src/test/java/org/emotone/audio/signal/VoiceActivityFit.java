package org.emotone.audio.signal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.SpeechScenes.Scene;
import org.emotone.audio.signal.SpeechScenes.Speakers;

/**
 * Fits the weights of {@link VoiceScorer}: run it with EMOTONE_CORPORA set, and it prints {@code
 * voice.txt}. It hears only the speakers that no figure is reported on.
 */
public final class VoiceActivityFit {
  private static final int CLIPS_PER_CORPUS = 60;
  private static final int EPOCHS = 20;
  private static final int BATCH = 128;
  private static final double RATE = 3e-3;
  private static final double DECAY = 1e-4;

  private VoiceActivityFit() {}

  /**
   * A frame.
   *
   * @param weight such that speech and all else count the same, and every scene too
   */
  private record Example(double[] inputs, boolean speech, double weight) {}

  /**
   * Fits.
   *
   * @param arguments none
   */
  public static void main(String... arguments) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (Scene scene : scenes()) {
      List<double[]> inputs = inputs(scene.waveform());
      int spoken = 0;
      for (boolean speech : scene.speech()) {
        spoken += speech ? 1 : 0;
      }
      int silent = scene.speech().length - spoken;
      for (int frame = 0; frame < scene.speech().length; frame++) {
        boolean speech = scene.speech()[frame];
        double weight = 200.0 / (speech ? spoken : Math.max(50, silent));
        examples.add(new Example(inputs.get(frame), speech, weight));
      }
    }
    float[] weights = fit(examples);
    for (int i = 0; i < weights.length; i++) {
      System.out.printf(Locale.ROOT, i % 10 == 9 ? "%.4f%n" : "%.4f ", weights[i]);
    }
    System.out.println();
  }

  private static List<Scene> scenes() throws IOException {
    List<Scene> scenes = new ArrayList<>();
    List<Waveform> clips = SpeechScenes.clips(Speakers.FITTED, CLIPS_PER_CORPUS);
    int rate = SpeechScenes.RATE;
    List<Waveform> noises =
        List.of(
            Noise.white(60 * rate, rate, 1),
            Noise.pink(60 * rate, rate, 2),
            SpeechScenes.babble(Speakers.FITTED, 3));
    for (int i = 0; i < clips.size(); i++) {
      Scene alone = SpeechScenes.alone(clips.get(i));
      scenes.add(alone);
      scenes.add(alone);
      for (double snrDb : new double[] {20, 10, 0}) {
        scenes.add(SpeechScenes.inNoise(clips.get(i), noises.get(i % 3), snrDb, i));
      }
    }
    return scenes;
  }

  private static List<double[]> inputs(Waveform waveform) {
    Waveform clip = Resampler.resample(waveform, VoiceFeatures.RATE, ResamplingQuality.FAST);
    int before = (VoiceFeatures.LENGTH - VoiceFeatures.HOP) / 2;
    float[] padded = new float[clip.length() + VoiceFeatures.LENGTH];
    System.arraycopy(clip.samples(), 0, padded, before, clip.length());
    VoiceFeatures features = new VoiceFeatures();
    VoiceScorer scorer = new VoiceScorer();
    List<double[]> inputs = new ArrayList<>();
    for (int at = 0; at + VoiceFeatures.LENGTH <= padded.length; at += VoiceFeatures.HOP) {
      inputs.addAll(scorer.next(features.next(padded, at)));
    }
    inputs.addAll(scorer.end());
    return inputs;
  }

  /** Stochastic gradient descent on the cross-entropy, by Adam (Kingma and Ba, 2015). */
  private static float[] fit(List<Example> examples) {
    Random random = new Random(7);
    float[] weights = new float[VoiceScorer.WEIGHTS];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (0.2 * random.nextGaussian());
    }
    double[] mean = new double[weights.length];
    double[] square = new double[weights.length];
    int steps = EPOCHS * examples.size() / BATCH;
    for (int step = 1; step <= steps; step++) {
      double[] gradient = new double[weights.length];
      for (int i = 0; i < BATCH; i++) {
        addGradient(examples.get(random.nextInt(examples.size())), weights, gradient);
      }
      double rate = RATE * (1 - (double) step / (steps + 1));
      for (int i = 0; i < weights.length; i++) {
        double slope = gradient[i] / BATCH + DECAY * weights[i];
        mean[i] = 0.9 * mean[i] + 0.1 * slope;
        square[i] = 0.999 * square[i] + 0.001 * slope * slope;
        double m = mean[i] / (1 - Math.pow(0.9, step));
        double v = square[i] / (1 - Math.pow(0.999, step));
        weights[i] -= (float) (rate * m / (Math.sqrt(v) + 1e-8));
      }
    }
    return weights;
  }

  private static void addGradient(Example example, float[] weights, double[] gradient) {
    double[] hidden = new double[VoiceScorer.UNITS];
    double p = VoiceScorer.probability(example.inputs(), weights, hidden);
    double slope = example.weight() * (p - (example.speech() ? 1 : 0));
    gradient[VoiceScorer.WEIGHTS - 1] += slope;
    for (int unit = 0; unit < VoiceScorer.UNITS; unit++) {
      int at = unit * (VoiceScorer.INPUTS + 2);
      double inner = slope * weights[at] * (1 - hidden[unit] * hidden[unit]);
      gradient[at] += slope * hidden[unit];
      gradient[at + 1] += inner;
      for (int i = 0; i < VoiceScorer.INPUTS; i++) {
        gradient[at + 2 + i] += inner * example.inputs()[i];
      }
    }
  }
}
