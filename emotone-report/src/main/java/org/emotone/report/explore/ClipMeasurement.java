package org.emotone.report.explore;

import java.io.IOException;
import java.util.Arrays;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioStream;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Level;
import org.emotone.audio.signal.Loudness;
import org.emotone.audio.signal.Resampler;
import org.emotone.corpus.Utterance;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.LogMel;
import org.emotone.features.Mfcc;
import org.emotone.features.functional.Contour;
import org.emotone.features.functional.Functional;
import org.emotone.features.spectral.Levels;
import org.emotone.features.spectral.Padding;
import org.emotone.features.voice.PitchTrack;
import org.emotone.features.voice.Yin;
import org.emotone.features.voice.YinFrames;
import org.emotone.report.chart.Quantiles;
import org.emotone.training.cache.Computation;

/**
 * Measures a clip: levels and duration at the file's own rate, everything else at {@link #RATE}, so
 * that corpora of different rates can be compared.
 */
final class ClipMeasurement implements Computation {

  /** Rate at which voices are compared, in Hz. */
  static final int RATE = 16_000;

  /** Frames so far below the loudest are silent. */
  static final double SILENCE_DB = 30;

  private static final double HOP_SECONDS = 0.010;
  private static final Levels LEVELS = new Levels(400, 160, Padding.ZERO);
  private static final Mfcc MFCC = Mfcc.of(LogMel.SPEECH, 20, 0.0);

  /** Frames of 40 ms hold two periods of 50 Hz, and little of how the pitch moves. */
  private static final Yin PITCH = new Yin(new YinFrames(60, 600, 0.040, 0.010, Padding.ZERO), 0.3);

  /** Mean and deviation of pitch and of level, and share of voiced frames. */
  private static final int PROSODY = 5;

  /** To be raised whenever something is measured differently. */
  private static final int VERSION = 1;

  /** Number of values of a clip in the embedding. */
  static int features() {
    return 2 * MFCC.coefficients() + PROSODY;
  }

  @Override
  public String description() {
    return "corpus explore, version %d: %s; %s; %s".formatted(VERSION, LEVELS, MFCC, PITCH);
  }

  @Override
  public FeatureMatrix of(Utterance clip) throws IOException {
    AudioProperties properties;
    try (AudioStream stream = Audio.open(clip.path(), AudioLimits.DEFAULT)) {
      properties = stream.properties();
    }
    Waveform waveform = Computation.waveform(clip);
    if (waveform.length() == 0) {
      throw new IOException(clip.path() + ": no audio in it");
    }
    return measure(waveform, properties.channels()).toMatrix();
  }

  /**
   * Measures.
   *
   * @param channels of the file that the waveform is from
   * @throws IllegalArgumentException if a sample is not finite
   */
  static ClipFigures measure(Waveform waveform, int channels) {
    Waveform compared = Resampler.resample(waveform, RATE);
    double[] rms = LEVELS.rms(compared.samples());
    boolean[] speech = speech(rms);
    PitchTrack pitch = PITCH.track(compared);
    double[] semitones = semitones(pitch, speech);
    double voiced = share(speech) == 0 ? 0 : semitones.length / (share(speech) * speech.length);
    Level level = Level.of(waveform);
    return new ClipFigures(
        waveform.duration(),
        waveform.sampleRate(),
        channels,
        finite(level.peakDb()),
        finite(level.rmsDb()),
        finite(Loudness.of(waveform)),
        1 - share(speech),
        speechDb(rms, speech),
        hertz(Quantiles.of(semitones, 0.5)),
        Quantiles.of(semitones, 0.9) - Quantiles.of(semitones, 0.1),
        voiced,
        features(compared, semitones, voiced, rms, speech));
  }

  private static boolean[] speech(double[] rms) {
    double loudest = Arrays.stream(rms).max().orElse(0);
    double limit = loudest * Math.pow(10, -SILENCE_DB / 20);
    boolean[] speech = new boolean[rms.length];
    for (int i = 0; i < rms.length; i++) {
      speech[i] = rms[i] > limit;
    }
    return speech;
  }

  private static double share(boolean[] flags) {
    int set = 0;
    for (boolean flag : flags) {
      set += flag ? 1 : 0;
    }
    return (double) set / flags.length;
  }

  private static double speechDb(double[] rms, boolean[] speech) {
    double power = 0;
    int frames = 0;
    for (int i = 0; i < rms.length; i++) {
      if (speech[i]) {
        power += rms[i] * rms[i];
        frames++;
      }
    }
    return frames == 0 ? Double.NaN : 10 * Math.log10(power / frames);
  }

  /** The pitch of the frames that are voiced and not silent, in semitones above 1 Hz, sorted. */
  private static double[] semitones(PitchTrack pitch, boolean[] speech) {
    double[] semitones = new double[pitch.frames()];
    int count = 0;
    for (int i = 0; i < Math.min(pitch.frames(), speech.length); i++) {
      if (speech[i] && pitch.voiced()[i]) {
        semitones[count++] = 12 * Math.log(pitch.hz()[i]) / Math.log(2);
      }
    }
    double[] sorted = Arrays.copyOf(semitones, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private static double hertz(double semitones) {
    return Math.pow(2, semitones / 12);
  }

  /**
   * Mean and deviation of each MFCC, of pitch and of level, over the frames that are not silent.
   */
  private static float[] features(
      Waveform compared, double[] semitones, double voiced, double[] rms, boolean[] speech) {
    float[] features = new float[features()];
    FeatureMatrix mfcc = MFCC.extract(compared);
    int at = 0;
    for (int i = 0; i < mfcc.coefficients(); i++) {
      double[] values = new double[mfcc.frames()];
      for (int frame = 0; frame < values.length; frame++) {
        values[frame] = mfcc.get(frame, i);
      }
      at = statistics(spoken(values, speech), features, at);
    }
    at = statistics(semitones, features, at);
    double[] levels = new double[rms.length];
    Arrays.setAll(levels, i -> 20 * Math.log10(Math.max(1e-5, rms[i])));
    at = statistics(spoken(levels, speech), features, at);
    features[at] = (float) voiced;
    return features;
  }

  /** The values of the frames that are not silent. Both kinds of frames begin every 10 ms. */
  private static double[] spoken(double[] values, boolean[] speech) {
    double[] kept = new double[values.length];
    int count = 0;
    for (int i = 0; i < Math.min(values.length, speech.length); i++) {
      if (speech[i]) {
        kept[count++] = values[i];
      }
    }
    return Arrays.copyOf(kept, count);
  }

  private static int statistics(double[] values, float[] features, int at) {
    boolean known = values.length > 0;
    Contour contour = new Contour(values, HOP_SECONDS);
    features[at] = known ? (float) Functional.MEAN.of(contour) : Float.NaN;
    features[at + 1] = known ? (float) Functional.DEVIATION.of(contour) : Float.NaN;
    return at + 2;
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : Double.NaN;
  }
}
