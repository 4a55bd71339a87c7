package org.emotone.features.set;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Resampler;
import org.emotone.features.Chroma;
import org.emotone.features.ConstantQChroma;
import org.emotone.features.Contrast;
import org.emotone.features.Extractor;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.features.Gemaps;
import org.emotone.features.GemapsContours;
import org.emotone.features.KaldiBands;
import org.emotone.features.KaldiMfcc;
import org.emotone.features.Length;
import org.emotone.features.LogMel;
import org.emotone.features.MelPower;
import org.emotone.features.Mfcc;
import org.emotone.features.Normalisation;
import org.emotone.features.PcenBands;
import org.emotone.features.Preset;
import org.emotone.features.Rms;
import org.emotone.features.ShapeMeasure;
import org.emotone.features.Shapes;
import org.emotone.features.TonalCentroids;
import org.emotone.features.WithDeltas;
import org.emotone.features.ZeroCrossings;
import org.emotone.features.gemaps.GemapsAnalysis;
import org.emotone.features.gemaps.GemapsSet;
import org.emotone.features.voice.PitchTrack;
import org.emotone.features.voice.Pyin;

/**
 * A set of features by the name it has on the command line and in tables.
 *
 * @param id the name
 * @param words what it is
 * @param names of the coefficients
 * @param extraction from a recording to features
 */
public record FeatureSet(
    String id, String words, List<String> names, Function<Waveform, Features> extraction) {

  /**
   * Features of a recording.
   *
   * @param matrix one row for the whole recording, or a row for each frame
   * @param hopSeconds time from one frame to the next
   * @param overTime whether rows are frames, though a short recording may have only one
   */
  public record Features(FeatureMatrix matrix, double hopSeconds, boolean overTime) {}

  private static final int SPEECH_RATE = 16_000;
  private static final int LIBROSA_RATE = 22_050;
  private static final Map<String, FeatureSet> SETS = sets();

  /** All sets, in the order of the help text. */
  public static List<FeatureSet> all() {
    return List.copyOf(SETS.values());
  }

  /**
   * The set of a name.
   *
   * @throws IllegalArgumentException naming those that exist
   */
  public static FeatureSet byId(String id) {
    FeatureSet set = SETS.get(id);
    if (set == null) {
      throw new IllegalArgumentException(
          "no set is called \"" + id + "\"; there are " + String.join(", ", SETS.keySet()));
    }
    return set;
  }

  /**
   * The features of a recording, at any rate.
   *
   * @throws IllegalArgumentException if it is too short for a frame
   */
  public Features of(Waveform waveform) {
    return extraction.apply(waveform);
  }

  private static Map<String, FeatureSet> sets() {
    List<FeatureSet> sets = new ArrayList<>();
    gemaps(sets);
    speech(sets);
    music(sets);
    for (Preset preset : Preset.values()) {
      FrontEnd frontEnd = preset.frontEnd();
      sets.add(
          new FeatureSet(
              preset.id(),
              preset.words(),
              numbered(preset.id(), frontEnd.coefficients()),
              waveform ->
                  new Features(
                      frontEnd.apply(waveform),
                      frontEnd.features().hopSeconds(frontEnd.sampleRate()),
                      overTime(frontEnd.features(), frontEnd.sampleRate()))));
    }
    Map<String, FeatureSet> byId = new LinkedHashMap<>();
    sets.forEach(set -> byId.put(set.id(), set));
    return byId;
  }

  private static void gemaps(List<FeatureSet> sets) {
    sets.add(
        set(
            "egemaps",
            "eGeMAPSv02, 88 functionals",
            SPEECH_RATE,
            Gemaps.of(null),
            GemapsSet.EGEMAPS_V02.names()));
    sets.add(
        set(
            "gemaps",
            "GeMAPSv01b, 62 functionals",
            SPEECH_RATE,
            new Gemaps(GemapsSet.GEMAPS_V01B),
            GemapsSet.GEMAPS_V01B.names()));
    sets.add(
        set(
            "egemaps-contours",
            "the 25 contours of eGeMAPSv02 over time",
            SPEECH_RATE,
            new GemapsContours(),
            GemapsAnalysis.contourNames()));
  }

  private static void speech(List<FeatureSet> sets) {
    sets.add(new FeatureSet("pitch", "pitch in Hz by pYIN", List.of("hz"), FeatureSet::pitch));
    add(sets, "logmel", "64 mel bands in dB", SPEECH_RATE, LogMel.SPEECH);
    add(sets, "mel", "64 mel bands, power", SPEECH_RATE, new MelPower(LogMel.SPEECH));
    Mfcc mfcc = Mfcc.of(LogMel.SPEECH, 13, 0.0);
    add(sets, "mfcc", "13 mel cepstra", SPEECH_RATE, mfcc);
    add(
        sets,
        "mfcc-deltas",
        "13 mel cepstra and their first and second differences",
        SPEECH_RATE,
        WithDeltas.of(mfcc, 2, null, null));
    add(
        sets,
        "pcen",
        "mel bands, per-channel energy normalised",
        SPEECH_RATE,
        PcenBands.of(null, null));
    add(sets, "kaldi-fbank", "Kaldi's filter bank", SPEECH_RATE, KaldiBands.of(null));
    add(sets, "kaldi-mfcc", "Kaldi's cepstra", SPEECH_RATE, KaldiMfcc.of(null, null, null));
  }

  private static void music(List<FeatureSet> sets) {
    add(sets, "chroma", "12 chroma", LIBROSA_RATE, Chroma.of(null, null, null, null, null));
    ConstantQChroma constantQ = ConstantQChroma.of(null, null, null, null, null, null, null);
    add(sets, "cqt-chroma", "12 chroma of a constant-Q transform", LIBROSA_RATE, constantQ);
    add(sets, "tonnetz", "6 tonal centroids", LIBROSA_RATE, TonalCentroids.of(null, null));
    add(sets, "contrast", "spectral contrast", LIBROSA_RATE, Contrast.of(null, null));
    List<String> shapes =
        Arrays.stream(ShapeMeasure.values())
            .map(measure -> measure.name().toLowerCase(Locale.ROOT))
            .toList();
    sets.add(set("shapes", "spectral shape", LIBROSA_RATE, Shapes.of(null, null), shapes));
    add(sets, "rms", "root mean square", LIBROSA_RATE, Rms.of(null, null, null));
    add(sets, "zcr", "zero crossings", LIBROSA_RATE, ZeroCrossings.of(null, null, null));
  }

  private static Features pitch(Waveform waveform) {
    PitchTrack track = Pyin.SPEECH.track(Resampler.resample(waveform, SPEECH_RATE));
    float[] hz = new float[track.frames()];
    for (int i = 0; i < hz.length; i++) {
      hz[i] = track.voiced()[i] ? track.hz()[i] : 0;
    }
    return new Features(new FeatureMatrix(hz, hz.length, 1), track.hopSeconds(), true);
  }

  private static void add(
      List<FeatureSet> sets, String id, String words, int rate, Extractor extractor) {
    sets.add(set(id, words, rate, extractor, numbered(id, extractor.coefficients())));
  }

  private static FeatureSet set(
      String id, String words, int rate, Extractor extractor, List<String> names) {
    Length any = Length.of(1, 100_000, null, null, null);
    FrontEnd frontEnd = new FrontEnd(rate, null, extractor, Normalisation.NONE, any);
    return new FeatureSet(
        id,
        words,
        names,
        waveform ->
            new Features(
                frontEnd.extract(waveform), extractor.hopSeconds(rate), overTime(extractor, rate)));
  }

  /** Whether a minute has more than one row. */
  private static boolean overTime(Extractor extractor, int rate) {
    return extractor.frames(60 * rate, rate) > 1;
  }

  /** Names of columns: the id and a number from 0, or the id alone where there is one column. */
  static List<String> numbered(String id, int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(count == 1 ? id : id + "_" + i);
    }
    return names;
  }
}
