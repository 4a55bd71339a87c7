package org.emotone.report.explore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Range;
import org.emotone.audio.signal.Resampler;
import org.emotone.audio.signal.SilenceTrimmer;
import org.emotone.corpus.Emotion;
import org.emotone.report.embedding.Points;
import org.emotone.training.cache.Computation;

/**
 * Finds a typical clip of each emotion and sex: the one whose standardised features are nearest to
 * the mean of all clips of that emotion and sex.
 */
final class Examples {

  /** Longer examples are cut, in seconds. */
  static final double LONGEST = 4;

  private static final double TRIM_DB = 40;
  private static final double MARGIN_SECONDS = 0.1;
  private static final SilenceTrimmer TRIMMER = new SilenceTrimmer(TRIM_DB, 512, 128);

  private Examples() {}

  /** The examples, by emotion and then by sex. */
  static List<Example> of(List<Clip> clips) throws IOException {
    Points points = Embedding.points(clips).standardised();
    List<Example> examples = new ArrayList<>();
    for (Emotion emotion : Emotions.of(clips)) {
      for (String sex : Clip.SEXES) {
        List<Integer> group =
            IntStream.range(0, clips.size())
                .filter(i -> clips.get(i).utterance().emotion() == emotion)
                .filter(i -> clips.get(i).sex().equals(sex))
                .boxed()
                .toList();
        if (!group.isEmpty()) {
          Clip clip = clips.get(typical(group, points));
          Waveform sound = sound(Computation.waveform(clip.utterance()));
          examples.add(new Example(clip, sound, group.size()));
        }
      }
    }
    return examples;
  }

  private static int typical(List<Integer> group, Points points) {
    double[] mean = new double[points.dimensions()];
    for (int point : group) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += points.get(point, i) / (double) group.size();
      }
    }
    int nearest = group.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (int point : group) {
      double distance = 0;
      for (int i = 0; i < mean.length; i++) {
        double difference = points.get(point, i) - mean[i];
        distance += difference * difference;
      }
      if (distance < least) {
        least = distance;
        nearest = point;
      }
    }
    return nearest;
  }

  /** The speech, with a little of what is around it. */
  static Waveform sound(Waveform clip) {
    Waveform waveform = Resampler.resample(clip, ClipMeasurement.RATE);
    Range speech = TRIMMER.find(waveform);
    int margin = (int) (MARGIN_SECONDS * ClipMeasurement.RATE);
    int from = Math.max(0, speech.start() - margin);
    int longest = from + (int) (LONGEST * ClipMeasurement.RATE);
    int to = Math.min(longest, Math.min(waveform.length(), speech.end() + margin));
    return new Waveform(Arrays.copyOfRange(waveform.samples(), from, to), ClipMeasurement.RATE);
  }
}
