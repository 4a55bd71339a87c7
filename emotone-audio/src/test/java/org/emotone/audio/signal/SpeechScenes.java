package org.emotone.audio.signal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;

/**
 * Clips of the corpora in which it is known where somebody speaks, clean and in noise.
 *
 * <p>Known from the clean clip: a frame of 10 ms is speech if its level is within 35 dB of the
 * loudest, pauses below 0.15 s belong to speech, and speech below 0.05 s does not count. Speakers
 * are dealt out by number: every other one of each corpus was there to choose parameters on, the
 * others are for what is reported.
 */
final class SpeechScenes {
  static final int RATE = 16_000;
  static final int HOP = 160;

  private static final double RANGE_DB = 35;
  private static final Pattern SPEAKER =
      Pattern.compile("(Actor_\\d\\d)|/(OAF|YAF|DC|JE|JK|KL|\\d\\d)[^/]*\\.(?:wav|flac|opus)$");

  private SpeechScenes() {}

  /**
   * A clip in which it is known who speaks when.
   *
   * @param waveform at 16 kHz
   * @param speech whether somebody speaks in each frame of 10 ms
   */
  record Scene(Waveform waveform, boolean[] speech) {}

  /** Whose clips are wanted. */
  enum Speakers {
    FITTED,
    REPORTED
  }

  /** The folder that the environment variable EMOTONE_CORPORA names. */
  static Path corpora() {
    String folder = System.getenv("EMOTONE_CORPORA");
    if (folder == null) {
      throw new IllegalStateException(
          "set the environment variable EMOTONE_CORPORA to the folder that holds ravdess, tess …");
    }
    return Path.of(folder);
  }

  /** Clips of clean corpora, evenly spread over each of them. */
  static List<Waveform> clips(Speakers speakers, int perCorpus) throws IOException {
    List<Waveform> clips = new ArrayList<>();
    for (String corpus : List.of("ravdess", "emodb", "savee", "tess")) {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(corpora().resolve(corpus))) {
        files = walk.filter(file -> belongs(file, speakers)).sorted().toList();
      }
      for (int i = 0; i < perCorpus; i++) {
        Waveform clip = Audio.read(files.get(i * files.size() / perCorpus));
        clips.add(Resampler.resample(clip, RATE));
      }
    }
    return clips;
  }

  private static boolean belongs(Path file, Speakers speakers) {
    Matcher matcher = SPEAKER.matcher(file.toString());
    if (!file.toString().matches(".*\\.(wav|flac|opus)") || !matcher.find()) {
      return false;
    }
    String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    int number =
        switch (name) {
          case "OAF", "DC", "JK" -> 0;
          case "YAF", "JE", "KL" -> 1;
          default -> Integer.parseInt(name.replace("Actor_", "")) / 2;
        };
    return (number % 2 == 0) == (speakers == Speakers.FITTED);
  }

  /** The clip with its own padding. */
  static Scene alone(Waveform clip) {
    return new Scene(clip, speech(clip));
  }

  /** The clip with a second of silence around it, and noise over all of it. */
  static Scene inNoise(Waveform clip, Waveform noise, double snrDb, long seed) {
    float[] samples = new float[clip.length() + 2 * RATE];
    System.arraycopy(clip.samples(), 0, samples, RATE, clip.length());
    boolean[] spoken = speech(clip);
    boolean[] speech = new boolean[samples.length / HOP];
    System.arraycopy(spoken, 0, speech, RATE / HOP, spoken.length);
    double energy = 0;
    int count = 0;
    for (int i = 0; i < speech.length * HOP; i++) {
      if (speech[i / HOP]) {
        energy += samples[i] * samples[i];
        count++;
      }
    }
    double gain = Math.sqrt(energy / count / Level.power(noise.samples()));
    int start = new Random(seed).nextInt(noise.length() - samples.length);
    for (int i = 0; i < samples.length; i++) {
      samples[i] += (float) (gain * Math.pow(10, -snrDb / 20) * noise.samples()[start + i]);
    }
    return new Scene(new Waveform(samples, RATE), speech);
  }

  private static boolean[] speech(Waveform clip) {
    double[] db = new double[clip.length() / HOP];
    for (int frame = 0; frame < db.length; frame++) {
      int from = Math.max(0, frame * HOP - HOP / 2);
      int to = Math.min(clip.length(), frame * HOP + 3 * HOP / 2);
      db[frame] =
          10 * Math.log10(Level.power(Arrays.copyOfRange(clip.samples(), from, to)) + 1e-12);
    }
    double loudest = Arrays.stream(db).max().orElse(0);
    boolean[] speech = new boolean[db.length];
    for (int frame = 0; frame < db.length; frame++) {
      speech[frame] = db[frame] > loudest - RANGE_DB;
    }
    fill(speech, false, 15);
    fill(speech, true, 5);
    return speech;
  }

  /** Turns runs of a value that are shorter than a number of frames, and not at an end, over. */
  private static void fill(boolean[] frames, boolean value, int shortest) {
    int begin = 0;
    for (int i = 1; i <= frames.length; i++) {
      if (i == frames.length || frames[i] != frames[begin]) {
        boolean inside = value || (begin > 0 && i < frames.length);
        if (frames[begin] == value && i - begin < shortest && inside) {
          Arrays.fill(frames, begin, i, !value);
        }
        begin = i;
      }
    }
  }

  /** Twelve voices at once, none of them among the given speakers' tested clips. */
  static Waveform babble(Speakers speakers, long seed) throws IOException {
    List<Waveform> clips = clips(speakers, 6);
    return Noise.babble(clips.subList(0, 12), 60 * RATE, RATE, seed);
  }
}
