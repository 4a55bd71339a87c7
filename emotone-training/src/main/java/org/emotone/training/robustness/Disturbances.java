package org.emotone.training.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Level;
import org.emotone.audio.signal.Mixture;
import org.emotone.audio.signal.Resampler;
import org.emotone.training.augmentation.AddNoise;
import org.emotone.training.augmentation.Amount;
import org.emotone.training.augmentation.Clipping;
import org.emotone.training.augmentation.Codec;
import org.emotone.training.augmentation.Colour;
import org.emotone.training.augmentation.Gain;
import org.emotone.training.augmentation.Phone;
import org.emotone.training.augmentation.PhoneLaw;
import org.emotone.training.augmentation.Reverb;

/** The conditions that a model is measured under. */
final class Disturbances {

  /** Ratios of clip to noise, in dB; ser-tests measures at the first. */
  private static final double[] RATIOS_DB = {20, 15, 10, 5, 0};

  private static final double[] LENGTHS_SECONDS = {3, 2, 1.5, 1, 0.5};
  private static final double[] GAINS_DB = {-20, -12, -6, 6, 12};
  private static final double[] CLIPPED = {0.01, 0.05, 0.1, 0.2};

  /** Reverberation time in seconds, and by how many dB the direct sound is above the room's. */
  private static final double[][] ROOMS = {{0.3, 6}, {0.6, 3}, {1.2, 0}};

  private static final double[] LOW_CUTS_HZ = {50, 100, 150};
  private static final double[] HIGH_CUTS_HZ = {6500, 7000, 7500};
  private static final int HIGH_RATE = 44_100;
  private static final int LOW_RATE = 8000;

  private Disturbances() {}

  /** All of them; the first does nothing. */
  static List<Disturbance> all() {
    List<Disturbance> all = new ArrayList<>();
    all.add(new Disturbance("clean", Kind.CLEAN, "clean", 0, "as recorded", (c, r) -> c.sound()));
    small(all);
    noise(all);
    calls(all);
    amplitudes(all);
    for (double seconds : LENGTHS_SECONDS) {
      String words = words("%.1f s from the middle", seconds);
      Change change = (clip, random) -> SmallChanges.middle(clip.sound(), seconds);
      all.add(
          new Disturbance(id("length", seconds), Kind.LENGTH, "length", seconds, words, change));
    }
    for (double[] room : ROOMS) {
      Change change = Change.by(Reverb.of(Amount.fixed(room[0]), Amount.fixed(room[1]), null));
      String words = words("room of %.1f s, direct sound %+.0f dB", room[0], room[1]);
      all.add(new Disturbance(id("room", room[0]), Kind.ROOM, "room", room[0], words, change));
    }
    formats(all);
    return all;
  }

  private static void small(List<Disturbance> all) {
    Map<String, Change> ends =
        Map.of(
            "zeros before", (clip, random) -> SmallChanges.prepended(clip.sound(), random),
            "zeros after", (clip, random) -> SmallChanges.appended(clip.sound(), random),
            "beginning cut", (clip, random) -> SmallChanges.withoutBeginning(clip.sound(), random),
            "end cut", (clip, random) -> SmallChanges.withoutEnd(clip.sound(), random));
    ends.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(end -> small(all, end.getKey(), "6 to 63 ms", end.getValue()));
    small(
        all,
        "tone",
        "40 to 50 dB below the peak",
        (clip, random) -> SmallChanges.withTone(clip.sound(), random));
    small(all, "gain", "-2 to 2 dB", Change.by(Gain.of(any(-2, -1, 1, 2), null, null)));
    small(all, "clipped", "0.1 to 0.3 %", Change.by(Clipping.of(any(0.001, 0.002, 0.003), null)));
    small(
        all,
        "low cut",
        "order 1, 50 to 150 Hz",
        (clip, random) ->
            SmallChanges.highPassed(clip.sound(), LOW_CUTS_HZ[random.nextInt(LOW_CUTS_HZ.length)]));
    small(
        all,
        "high cut",
        "order 1, 6.5 to 7.5 kHz",
        (clip, random) ->
            SmallChanges.lowPassed(
                clip.sound(), HIGH_CUTS_HZ[random.nextInt(HIGH_CUTS_HZ.length)]));
    small(
        all,
        "faint noise",
        "white, 35 to 45 dB",
        Change.by(AddNoise.of(Colour.WHITE, any(35, 40, 45), null, null, null)));
  }

  private static void small(List<Disturbance> all, String series, String how, Change change) {
    String id = "small-" + series.replace(' ', '-');
    all.add(new Disturbance(id, Kind.SMALL, series, 0, series + ", " + how, change));
  }

  private static void noise(List<Disturbance> all) {
    for (double ratio : RATIOS_DB) {
      Amount snr = Amount.fixed(ratio);
      noise(all, "white", ratio, Change.by(AddNoise.of(Colour.WHITE, snr, null, null, null)));
      noise(all, "pink", ratio, Change.by(AddNoise.of(Colour.PINK, snr, null, null, null)));
      noise(all, "babble", ratio, (clip, random) -> clip.others().babble(clip, ratio, random));
      noise(all, "music", ratio, (clip, random) -> music(clip.sound(), ratio, random));
    }
  }

  /** Silence, which no ratio can be reached of, stays as it is. */
  private static void noise(List<Disturbance> all, String series, double ratio, Change change) {
    Change audible =
        (clip, random) ->
            Level.of(clip.sound()).peakDb() > Double.NEGATIVE_INFINITY
                ? change.of(clip, random)
                : clip.sound();
    String words = words("%s at %.0f dB", series, ratio);
    all.add(new Disturbance(id(series, ratio), Kind.NOISE, series, ratio, words, audible));
  }

  private static Waveform music(Waveform clip, double snrDb, SplittableRandom random) {
    Waveform music = Music.song(clip.length(), clip.sampleRate(), random);
    return Mixture.of(clip, music, snrDb, 0).waveform();
  }

  private static void calls(List<Disturbance> all) {
    call(
        all,
        "phone-ulaw",
        "telephone, µ-law",
        Change.by(Phone.of(PhoneLaw.ULAW, null, null, null)));
    call(
        all,
        "phone-alaw",
        "telephone, A-law",
        Change.by(Phone.of(PhoneLaw.ALAW, null, null, null)));
    Amount lost = Amount.fixed(0.05);
    call(all, "opus-12", "Opus, 12 kbit/s", Change.by(Codec.of(Amount.fixed(12), null, null)));
    call(
        all,
        "opus-6-lost",
        "Opus, 6 kbit/s, 5 % lost",
        Change.by(Codec.of(Amount.fixed(6), lost, null)));
  }

  private static void call(List<Disturbance> all, String id, String words, Change change) {
    all.add(new Disturbance(id, Kind.CALL, id, 0, words, change));
  }

  private static void amplitudes(List<Disturbance> all) {
    for (double gain : GAINS_DB) {
      Change change = Change.by(Gain.of(Amount.fixed(gain), null, null));
      String words = words("gain %+.0f dB", gain);
      all.add(new Disturbance(id("gain", gain), Kind.LEVEL, "gain", gain, words, change));
    }
    for (double share : CLIPPED) {
      Change change = Change.by(Clipping.of(Amount.fixed(share), null));
      String words = words("%.0f %% of the samples cut off", 100 * share);
      String id = id("clipped", 100 * share);
      all.add(new Disturbance(id, Kind.CLIPPING, "clipped", share, words, change));
    }
  }

  private static void formats(List<Disturbance> all) {
    Change high = (clip, random) -> Resampler.resample(clip.sound(), HIGH_RATE);
    Change low = (clip, random) -> Resampler.resample(clip.sound(), LOW_RATE);
    all.add(
        new Disturbance(
            "stereo-44.1", Kind.FORMAT, "rate", HIGH_RATE, "44.1 kHz stereo file", true, high));
    all.add(
        new Disturbance("stereo-8", Kind.FORMAT, "rate", LOW_RATE, "8 kHz stereo file", true, low));
  }

  private static Amount any(double... values) {
    List<Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(value);
    }
    return new Amount(list, false);
  }

  private static String id(String series, double level) {
    return series + "-" + (level == Math.rint(level) ? words("%.0f", level) : words("%.1f", level));
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
