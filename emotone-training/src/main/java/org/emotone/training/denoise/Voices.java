package org.emotone.training.denoise;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Level;
import org.emotone.audio.signal.Mixture;
import org.emotone.audio.signal.Noise;
import org.emotone.audio.signal.Resampler;
import org.emotone.audio.signal.SpectralMask;
import org.emotone.corpus.Segment;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.select.Draw;
import org.emotone.training.engine.TrainingException;

/** Clips in memory, and what can be mixed of them. */
final class Voices {

  private static final int FEWEST_IN_BABBLE = 4;
  private static final int MOST_IN_BABBLE = 7;

  private final List<Voice> all;

  private Voices(List<Voice> all) {
    this.all = List.copyOf(all);
  }

  /** Hears how many clips of how many are read. */
  @FunctionalInterface
  interface Listener {
    void read(int done, int all);
  }

  /**
   * Reads clips; what cannot be read or is silent is left out.
   *
   * @param most how many are drawn
   * @param what they are for, to tell draws apart, such as {@code training}
   * @throws TrainingException if nothing is left, or nobody but one speaker
   */
  static Voices read(List<Utterance> clips, int most, long seed, String what, Listener listener) {
    List<Voice> read = new ArrayList<>();
    List<Utterance> order = Draw.shuffled(clips, Utterance::name, seed, "denoise " + what);
    for (Utterance clip : order.subList(0, Math.min(most, order.size()))) {
      Waveform sound = sound(clip);
      if (Level.of(sound).peakDb() > Double.NEGATIVE_INFINITY) {
        read.add(new Voice(clip, sound));
      }
      listener.read(read.size(), Math.min(most, order.size()));
    }
    if (read.stream().map(voice -> voice.clip().speaker()).distinct().count() < 2) {
      throw new TrainingException(
          "nothing for "
              + what
              + ": babble needs clips of at least two speakers, and "
              + read.size()
              + " clips could be read");
    }
    return new Voices(read);
  }

  /** The sound of a clip at 16 kHz; nothing if it cannot be read. */
  private static Waveform sound(Utterance clip) {
    try {
      Segment part = clip.segment();
      Waveform file = Audio.read(clip.path());
      return Resampler.resample(part == null ? file : part.of(file), SpectralMask.SAMPLE_RATE);
    } catch (IOException e) {
      return new Waveform(new float[0], SpectralMask.SAMPLE_RATE);
    }
  }

  /** The clips. */
  List<Voice> all() {
    return all;
  }

  /** One of the clips. */
  Voice draw(Random random) {
    return all.get(random.nextInt(all.size()));
  }

  /**
   * Speech with noise.
   *
   * @param speech not silent
   * @param speaker who speaks there, and so not in the babble
   */
  Mixture mix(Waveform speech, String speaker, NoiseKind kind, double snrDb, Random random) {
    return Mixture.of(speech, noise(speech, speaker, kind, random), snrDb, random.nextLong());
  }

  private Waveform noise(Waveform speech, String speaker, NoiseKind kind, Random random) {
    int length = speech.length();
    int rate = speech.sampleRate();
    return switch (kind) {
      case WHITE -> Noise.white(length, rate, random.nextLong());
      case PINK -> Noise.pink(length, rate, random.nextLong());
      case BABBLE -> Noise.babble(others(speaker, random), length, rate, random.nextLong());
    };
  }

  private List<Waveform> others(String speaker, Random random) {
    int wanted = FEWEST_IN_BABBLE + random.nextInt(MOST_IN_BABBLE - FEWEST_IN_BABBLE + 1);
    List<Waveform> others = new ArrayList<>();
    while (others.size() < wanted) {
      Voice voice = draw(random);
      if (!voice.clip().speaker().equals(speaker)) {
        others.add(voice.sound());
      }
    }
    return others;
  }
}
