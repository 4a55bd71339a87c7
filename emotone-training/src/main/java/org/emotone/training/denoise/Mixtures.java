package org.emotone.training.denoise;

import java.util.Random;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.MaskExample;
import org.emotone.audio.signal.Mixture;
import org.emotone.audio.signal.SpectralMask;
import org.emotone.audio.signal.WindowedReduction;
import org.emotone.training.engine.SequenceBatch;
import org.emotone.training.engine.SequenceSource;

/** Batches of noisy pieces of clips and what should be answered to them. */
final class Mixtures implements SequenceSource {

  /** A piece that holds less of the clip's mean power than this has nobody speaking in it. */
  private static final double LEAST_SHARE = 0.1;

  private static final int TRIES = 8;

  /** Windows that are cut from one mixture. */
  private static final int WINDOWS_OF_A_PIECE = 10;

  private static final double PARABOLA_START = -0.5;
  private static final double PARABOLA_STEP = 0.01;

  private final DenoiserRecipe recipe;
  private final Voices voices;

  Mixtures(DenoiserRecipe recipe, Voices voices) {
    this.recipe = recipe;
    this.voices = voices;
  }

  @Override
  public SequenceBatch batch(int epoch, int step) {
    Random random = new Random(seed(recipe.seed(), epoch, step));
    if (recipe.method() instanceof Method.Mask mask) {
      return masks((int) Math.round(mask.seconds() * SpectralMask.SAMPLE_RATE), random);
    }
    Method.Windows windows = (Method.Windows) recipe.method();
    return windows.signal() == Method.Signal.SPEECH
        ? speech(windows.length(), random)
        : parabolas(windows, random);
  }

  /** Spreads a seed's bits, since {@link Random} starts alike for neighbouring seeds. */
  static long seed(long... numbers) {
    long mixed = 0;
    for (long number : numbers) {
      mixed = (mixed ^ number) + 0x9e3779b97f4a7c15L;
      mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
      mixed ^= mixed >>> 31;
    }
    return mixed;
  }

  /** A piece of a clip in which somebody speaks, and noise; the piece is as long as is wanted. */
  private Piece piece(int length, Random random) {
    Voice voice = voices.draw(random);
    Waveform speech = spoken(voice.sound(), length, random);
    NoiseKind kind = recipe.noises().get(random.nextInt(recipe.noises().size()));
    double low = recipe.snrDb().get(0);
    double snr = low + random.nextDouble() * (recipe.snrDb().get(1) - low);
    return new Piece(speech, voices.mix(speech, voice.clip().speaker(), kind, snr, random));
  }

  private record Piece(Waveform speech, Mixture mixture) {}

  /** A piece of a clip; a shorter clip stands at a random place in silence. */
  private static Waveform spoken(Waveform clip, int length, Random random) {
    float[] piece = new float[length];
    if (clip.length() <= length) {
      int place = random.nextInt(length - clip.length() + 1);
      System.arraycopy(clip.samples(), 0, piece, place, clip.length());
      return new Waveform(piece, clip.sampleRate());
    }
    double least = LEAST_SHARE * power(clip.samples(), 0, clip.length());
    int start = 0;
    for (int i = 0; i < TRIES; i++) {
      start = random.nextInt(clip.length() - length + 1);
      if (power(clip.samples(), start, start + length) >= least) {
        break;
      }
      start = Math.max(0, Math.min(clip.length() - length, loudest(clip) - length / 2));
    }
    System.arraycopy(clip.samples(), start, piece, 0, length);
    return new Waveform(piece, clip.sampleRate());
  }

  private static int loudest(Waveform clip) {
    float[] samples = clip.samples();
    int loudest = 0;
    for (int i = 0; i < samples.length; i++) {
      if (Math.abs(samples[i]) > Math.abs(samples[loudest])) {
        loudest = i;
      }
    }
    return loudest;
  }

  private static double power(float[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return sum / Math.max(1, to - from);
  }

  private SequenceBatch masks(int length, Random random) {
    int size = recipe.training().batchSize();
    int frames = 0;
    float[] features = new float[0];
    float[] scales = new float[0];
    float[] targets = new float[0];
    float[] rests = new float[size];
    for (int i = 0; i < size; i++) {
      Piece piece = piece(length, random);
      MaskExample example = MaskExample.of(piece.mixture().waveform(), piece.speech());
      if (i == 0) {
        frames = example.features().length;
        features = new float[size * frames * SpectralMask.BINS];
        scales = new float[features.length];
        targets = new float[features.length];
      }
      int offset = i * frames * SpectralMask.BINS;
      for (int frame = 0; frame < frames; frame++) {
        int row = offset + frame * SpectralMask.BINS;
        System.arraycopy(example.features()[frame], 0, features, row, SpectralMask.BINS);
      }
      turned(example.magnitudes(), scales, offset);
      turned(example.targets(), targets, offset);
      rests[i] = (float) example.rest();
    }
    return new SequenceBatch(size, frames, features, scales, targets, rests);
  }

  /** Copies {@code [frames][bins]} as {@code [bins][frames]}. */
  private static void turned(float[][] rows, float[] values, int offset) {
    for (int frame = 0; frame < rows.length; frame++) {
      for (int bin = 0; bin < rows[frame].length; bin++) {
        values[offset + bin * rows.length + frame] = rows[frame][bin];
      }
    }
  }

  /** Windows on the scale of the noisy one, where the clean one is held to 0 … 1. */
  private SequenceBatch speech(int length, Random random) {
    int size = recipe.training().batchSize();
    float[] features = new float[size * length];
    float[] targets = new float[features.length];
    for (int first = 0; first < size; first += WINDOWS_OF_A_PIECE) {
      Piece piece = piece(SpectralMask.SAMPLE_RATE, random);
      float[] noisy = piece.mixture().waveform().samples();
      for (int i = first; i < Math.min(size, first + WINDOWS_OF_A_PIECE); i++) {
        int start = random.nextInt(noisy.length - length + 1);
        float[] range = WindowedReduction.range(noisy, start, length);
        put(WindowedReduction.scaled(noisy, start, length, range[0], range[1]), features, i);
        put(
            WindowedReduction.scaled(piece.speech().samples(), start, length, range[0], range[1]),
            targets,
            i);
      }
    }
    return new SequenceBatch(size, length, features, new float[0], targets, new float[0]);
  }

  private SequenceBatch parabolas(Method.Windows method, Random random) {
    int size = recipe.training().batchSize();
    int length = method.length();
    float[] pure = new float[length];
    for (int i = 0; i < length; i++) {
      double x = PARABOLA_START + PARABOLA_STEP * i;
      pure[i] = (float) (x * x);
    }
    float[] range = WindowedReduction.range(pure, 0, length);
    float[] target = WindowedReduction.scaled(pure, 0, length, range[0], range[1]);
    float[] features = new float[size * length];
    float[] targets = new float[features.length];
    for (int i = 0; i < size; i++) {
      float[] noisy = pure.clone();
      for (int at = 0; at < length; at++) {
        noisy[at] += (float) (method.amplitude() * random.nextGaussian());
      }
      float[] around = WindowedReduction.range(noisy, 0, length);
      put(WindowedReduction.scaled(noisy, 0, length, around[0], around[1]), features, i);
      put(target, targets, i);
    }
    return new SequenceBatch(size, length, features, new float[0], targets, new float[0]);
  }

  private static void put(float[] window, float[] values, int index) {
    for (int i = 0; i < window.length; i++) {
      values[index * window.length + i] = Math.min(1, Math.max(0, window[i]));
    }
  }
}
