package org.emotone.training.robustness;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Level;
import org.emotone.audio.signal.Noise;

/**
 * Sounds that no recogniser of emotion in speech should be sure about, made out of nothing or out
 * of clips.
 */
public enum Strange {
  /** Digital silence. */
  SILENCE("silence", false),
  /** White noise at −50 dB, as of a microphone that hears nobody. */
  HISS("faint hiss", false),
  /** White noise. */
  WHITE("white noise", false),
  /** Pink noise. */
  PINK("pink noise", false),
  /** Brown noise. */
  BROWN("brown noise", false),
  /** The mains: 50 Hz and its harmonics. */
  HUM("mains hum", false),
  /** A sinusoid, swelling. */
  TONE("tone", false),
  /** A sinusoid whose pitch rises or falls by octaves. */
  SWEEP("sweep", false),
  /** Dialling: two tones at a time. */
  DIALLING("dialling tones", false),
  /** Music with a beat. */
  MUSIC("music", false),
  /** A beat alone. */
  DRUMS("drums", false),
  /** Speech backwards. */
  REVERSED("speech backwards", true),
  /** Two speakers at once, equally loud. */
  OVERLAP("two speakers at once", true),
  /** Six speakers at once. */
  CROWD("six speakers at once", true),
  /** Pieces of 80 ms of speech, shuffled. */
  SHUFFLED("speech in shuffled pieces", true);

  private static final double[] ROWS_HZ = {697, 770, 852, 941};
  private static final double[] COLUMNS_HZ = {1209, 1336, 1477};

  private final String words;
  private final boolean voiced;

  Strange(String words, boolean voiced) {
    this.words = words;
    this.voiced = voiced;
  }

  /** What it is. */
  public String words() {
    return words;
  }

  /** Whether it is made of voices. */
  public boolean voiced() {
    return voiced;
  }

  /**
   * One of these.
   *
   * @param voices clips of several speakers, none silent, at one rate; only those made of voices
   *     use more than the first, whose length and rate the others have
   * @param random draws what is left to chance
   */
  public Waveform make(List<Waveform> voices, SplittableRandom random) {
    int length = voices.get(0).length();
    int rate = voices.get(0).sampleRate();
    long seed = random.nextLong();
    return switch (this) {
      case SILENCE -> new Waveform(new float[length], rate);
      case HISS -> Level.gain(Noise.white(length, rate, seed), -30);
      case WHITE -> Noise.white(length, rate, seed);
      case PINK -> Noise.pink(length, rate, seed);
      case BROWN -> Noise.coloured(-2, length, rate, seed);
      case HUM -> hum(length, rate, random);
      case TONE -> glide(length, rate, random, false);
      case SWEEP -> glide(length, rate, random, true);
      case DIALLING -> dialling(length, rate, random);
      case MUSIC -> Music.song(length, rate, random);
      case DRUMS -> Music.drums(length, rate, random);
      case REVERSED -> reversed(voices.get(0));
      case OVERLAP ->
          Noise.babble(voices.subList(0, Math.min(2, voices.size())), length, rate, seed);
      case CROWD -> Noise.babble(voices.subList(0, Math.min(6, voices.size())), length, rate, seed);
      case SHUFFLED -> shuffled(voices.get(0), random);
    };
  }

  private static Waveform hum(int length, int rate, SplittableRandom random) {
    float[] samples = new float[length];
    for (int harmonic = 1; harmonic <= 10; harmonic++) {
      double amplitude = 0.1 / harmonic * random.nextDouble(0.3, 1);
      double phase = random.nextDouble(0, 2 * Math.PI);
      for (int i = 0; i < length; i++) {
        double angle = 2 * Math.PI * 50 * harmonic * i / rate + phase;
        samples[i] += (float) (amplitude * Math.sin(angle));
      }
    }
    return new Waveform(samples, rate);
  }

  private static Waveform glide(int length, int rate, SplittableRandom random, boolean sweep) {
    double from = 100 * Math.pow(2, random.nextDouble(0, 4));
    double octaves = sweep ? random.nextDouble(1, 3) * (random.nextBoolean() ? 1 : -1) : 0;
    double swells = random.nextDouble(0.3, 3);
    float[] samples = new float[length];
    double phase = 0;
    for (int i = 0; i < length; i++) {
      double hz = Math.min(0.45 * rate, from * Math.pow(2, octaves * i / length));
      phase += 2 * Math.PI * hz / rate;
      double swell = 0.6 + 0.4 * Math.sin(2 * Math.PI * swells * i / rate);
      samples[i] = (float) (0.2 * swell * Math.sin(phase));
    }
    return new Waveform(samples, rate);
  }

  /** Keys of a telephone, 0.12 s each with pauses of 0.08 s (ITU-T Q.23). */
  private static Waveform dialling(int length, int rate, SplittableRandom random) {
    float[] samples = new float[length];
    int period = rate / 5;
    for (int from = 0; from < length; from += period) {
      double row = ROWS_HZ[random.nextInt(ROWS_HZ.length)];
      double column = COLUMNS_HZ[random.nextInt(COLUMNS_HZ.length)];
      for (int i = from; i < Math.min(length, from + 3 * period / 5); i++) {
        double turn = 2 * Math.PI * i / rate;
        samples[i] = (float) (0.15 * (Math.sin(row * turn) + Math.sin(column * turn)));
      }
    }
    return new Waveform(samples, rate);
  }

  private static Waveform reversed(Waveform voice) {
    float[] samples = new float[voice.length()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = voice.samples()[samples.length - 1 - i];
    }
    return new Waveform(samples, voice.sampleRate());
  }

  private static Waveform shuffled(Waveform voice, SplittableRandom random) {
    int piece = Math.max(1, voice.sampleRate() * 8 / 100);
    int pieces = voice.length() / piece;
    int[] order = new int[pieces];
    Arrays.setAll(order, i -> i);
    for (int i = pieces - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    float[] samples = voice.samples().clone();
    for (int i = 0; i < pieces; i++) {
      System.arraycopy(voice.samples(), order[i] * piece, samples, i * piece, piece);
    }
    return new Waveform(samples, voice.sampleRate());
  }
}
