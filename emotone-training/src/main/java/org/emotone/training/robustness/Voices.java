package org.emotone.training.robustness;

import java.util.List;
import java.util.SplittableRandom;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Mixture;
import org.emotone.audio.signal.Noise;

/**
 * Voices that stand behind a clip.
 *
 * @param all at least one of somebody else for every speaker that is asked about, none silent
 */
record Voices(List<Voice> all) {

  private static final int FEWEST = 4;
  private static final int MOST = 7;

  /** A clip that sounds, and who speaks in it. */
  record Voice(String speaker, Waveform sound) {}

  Voices {
    all = List.copyOf(all);
  }

  /** Babble of four to seven voices of others, as ser-tests has it, over a clip. */
  Waveform babble(Original clip, double snrDb, SplittableRandom random) {
    Waveform sound = clip.sound();
    List<Waveform> heard = draw(clip.speaker(), random.nextInt(FEWEST, MOST + 1), random);
    Waveform babble = Noise.babble(heard, sound.length(), sound.sampleRate(), random.nextLong());
    return Mixture.of(sound, babble, snrDb, 0).waveform();
  }

  /** Clips of others than a speaker; where nobody else is known, of that one. */
  List<Waveform> draw(String speaker, int count, SplittableRandom random) {
    List<Voice> others = all.stream().filter(voice -> !voice.speaker().equals(speaker)).toList();
    List<Voice> from = others.isEmpty() ? all : others;
    return random.ints(count, 0, from.size()).mapToObj(index -> from.get(index).sound()).toList();
  }
}
