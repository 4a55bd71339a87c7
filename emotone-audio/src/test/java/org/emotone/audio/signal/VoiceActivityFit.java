package org.emotone.audio.signal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.SpeechScenes.Scene;
import org.emotone.audio.signal.SpeechScenes.Speakers;

/**
 * Fits the weights of {@link VoiceScorer}: run it with EMOTONE_CORPORA set, and it prints them. It
 * reads only the speakers that no figure is reported on.
 */
public final class VoiceActivityFit {
  private static final int CLIPS_PER_CORPUS = 60;
  private static final int STEPS = 30;

  /** Keeps weights small, so that inputs which say the same share what they say. */
  private static final double RIDGE = 1e-3;

  private VoiceActivityFit() {}

  private record Example(double[] inputs, boolean speech) {}

  /**
   * Fits.
   *
   * @param arguments none
   */
  public static void main(String... arguments) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (Scene scene : scenes()) {
      List<double[]> inputs = inputs(scene.waveform());
      for (int frame = 0; frame < scene.speech().length; frame++) {
        examples.add(new Example(inputs.get(frame), scene.speech()[frame]));
      }
    }
    double[] weights = new double[VoiceScorer.INPUTS];
    for (int step = 0; step < STEPS; step++) {
      newton(examples, weights);
    }
    for (double weight : weights) {
      System.out.printf(Locale.ROOT, "%.4f, ", weight);
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

  /** A step of Newton's method on the mean log-likelihood. */
  private static void newton(List<Example> examples, double[] weights) {
    int count = weights.length;
    double[][] system = new double[count][count + 1];
    for (Example example : examples) {
      double[] x = example.inputs();
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += weights[i] * x[i];
      }
      double p = 1 / (1 + Math.exp(-sum));
      double rest = (example.speech() ? 1 : 0) - p;
      double curvature = Math.max(1e-6, p * (1 - p));
      for (int i = 0; i < count; i++) {
        system[i][count] += rest * x[i] / examples.size();
        for (int j = 0; j < count; j++) {
          system[i][j] += curvature * x[i] * x[j] / examples.size();
        }
      }
    }
    for (int i = 0; i < count; i++) {
      system[i][i] += RIDGE;
      system[i][count] -= RIDGE * weights[i];
    }
    double[] step = solve(system);
    for (int i = 0; i < count; i++) {
      weights[i] += step[i];
    }
  }

  /** Gauss-Jordan elimination with pivoting. */
  private static double[] solve(double[][] system) {
    int count = system.length;
    for (int column = 0; column < count; column++) {
      int pivot = column;
      for (int row = column + 1; row < count; row++) {
        if (Math.abs(system[row][column]) > Math.abs(system[pivot][column])) {
          pivot = row;
        }
      }
      double[] swap = system[column];
      system[column] = system[pivot];
      system[pivot] = swap;
      for (int row = 0; row < count; row++) {
        double factor = system[row][column] / system[column][column];
        for (int i = column; i <= count && row != column; i++) {
          system[row][i] -= factor * system[column][i];
        }
      }
    }
    double[] solution = new double[count];
    for (int i = 0; i < count; i++) {
      solution[i] = system[i][count] / system[i][i];
    }
    return solution;
  }
}
