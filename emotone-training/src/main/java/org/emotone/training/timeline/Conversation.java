package org.emotone.training.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Noise;
import org.emotone.audio.signal.Range;
import org.emotone.audio.signal.Resampler;
import org.emotone.audio.signal.Segment;
import org.emotone.audio.signal.SilenceTrimmer;
import org.emotone.corpus.Utterance;

/**
 * Talk that was put together of clips: it is known which emotion begins and ends when.
 *
 * <p>The clips' own silence is cut off at 35 dB below their loudest frame, and pauses of digital
 * silence are put between them; with noise, pink noise lies over all of it.
 *
 * @param speaker whose clips they are, such as {@code ravdess:07}
 * @param sound at 16 kHz
 * @param known the emotions, in order
 */
public record Conversation(String speaker, Waveform sound, List<LabelledSpan> known) {

  /** Rate of the sound, in Hz. */
  public static final int RATE = 16_000;

  private static final SilenceTrimmer TRIMMER = new SilenceTrimmer(35, 512, 160);
  private static final double SHORTEST_PAUSE = 0.1;

  /**
   * How conversations are made.
   *
   * @param clips in each
   * @param longestPause between two clips, in seconds; pauses are drawn from 0.1 s to this
   * @param snrDb level of the speech above the noise, in dB; infinite for none
   * @param seed of what is drawn
   */
  public record Kind(int clips, double longestPause, double snrDb, long seed) {}

  /** Takes a copy of the list. */
  public Conversation {
    known = List.copyOf(known);
  }

  /**
   * Puts clips of a speaker together.
   *
   * @param clips in their order
   * @param labels of the clips
   */
  public static Conversation of(
      List<Utterance> clips, List<String> labels, Kind kind, Random random) throws IOException {
    List<float[]> parts = new ArrayList<>();
    List<LabelledSpan> known = new ArrayList<>();
    int length = pause(0.5, random, parts);
    for (int i = 0; i < clips.size(); i++) {
      float[] speech = speech(clips.get(i));
      parts.add(speech);
      double start = (double) length / RATE;
      length += speech.length;
      known.add(new LabelledSpan(new Segment(start, (double) length / RATE), labels.get(i)));
      length += pause(i + 1 == clips.size() ? 1 : kind.longestPause(), random, parts);
    }
    float[] all = new float[length];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    addNoise(all, known, kind.snrDb(), random.nextLong());
    return new Conversation(clips.get(0).speaker(), new Waveform(all, RATE), known);
  }

  private static int pause(double longest, Random random, List<float[]> parts) {
    double seconds = SHORTEST_PAUSE + random.nextDouble() * (longest - SHORTEST_PAUSE);
    parts.add(new float[(int) (seconds * RATE)]);
    return (int) (seconds * RATE);
  }

  private static float[] speech(Utterance clip) throws IOException {
    Waveform file = Audio.read(clip.path());
    Waveform sound =
        Resampler.resample(clip.segment() == null ? file : clip.segment().of(file), RATE);
    Range range = TRIMMER.find(sound);
    return Arrays.copyOfRange(sound.samples(), range.start(), range.end());
  }

  private static void addNoise(float[] all, List<LabelledSpan> known, double snrDb, long seed) {
    if (Double.isInfinite(snrDb)) {
      return;
    }
    double energy = 0;
    for (float sample : all) {
      energy += sample * sample;
    }
    double seconds = known.stream().mapToDouble(part -> part.span().duration()).sum();
    double power = energy / (seconds * RATE);
    float[] noise = Noise.pink(all.length, RATE, seed).samples();
    double noisePower = 0;
    for (float sample : noise) {
      noisePower += sample * sample / (double) noise.length;
    }
    double gain = Math.sqrt(power / noisePower * Math.pow(10, -snrDb / 10));
    for (int i = 0; i < all.length; i++) {
      all[i] += (float) (gain * noise[i]);
    }
  }
}
