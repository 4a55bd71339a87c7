package org.emotone.training.adapt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.emotone.Recognizer;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.reader.Corpora;
import org.emotone.features.FeatureMatrix;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.cache.Features;

/** Clips of speakers as a model hears them, and what is measured on them. */
final class Voices {

  /** A clip with its features, for methods that change these. */
  record Heard(Utterance clip, FeatureMatrix features, AdaptationClip clipOf) {
    int label() {
      return clipOf.label();
    }

    /** Neutral, and not calm, which belongs to the same class. */
    boolean neutral() {
      return clip.emotion() == Emotion.NEUTRAL;
    }
  }

  /** UAR and mean log-loss of some clips. */
  record Figures(double uar, double logLoss) {}

  private Voices() {}

  /** The clips of some speakers that the model has a class for, by speaker. */
  static Map<String, List<Heard>> of(
      Recognizer recognizer, Path corpora, LabelScheme scheme, List<String> speakers)
      throws Exception {
    List<Utterance> clips = new ArrayList<>();
    for (String id : List.of("ravdess", "cremad", "savee", "emodb")) {
      clips.addAll(Corpora.byId(id).read(corpora.resolve(id)).utterances());
    }
    clips.removeIf(clip -> !speakers.contains(clip.speaker()) || scheme.indexOf(clip).isEmpty());
    Features features =
        FeatureCache.ofUser()
            .load(clips, recognizer.model().manifest().frontEnd(), (done, all) -> {});
    Map<String, List<Heard>> voices = new TreeMap<>();
    for (int i = 0; i < features.utterances().size(); i++) {
      Utterance clip = features.utterances().get(i);
      FeatureMatrix matrix = features.matrices().get(i);
      voices
          .computeIfAbsent(clip.speaker(), speaker -> new ArrayList<>())
          .add(
              new Heard(
                  clip, matrix, heard(recognizer, matrix, scheme.indexOf(clip).orElseThrow())));
    }
    return voices;
  }

  static AdaptationClip heard(Recognizer recognizer, FeatureMatrix features, int label) {
    return new AdaptationClip(
        recognizer.clipEmbedding(features),
        Adapter.logits(recognizer.clipProbabilities(features)),
        label);
  }

  /** Up to so many clips of each class, at least one of each being left over. */
  static List<Heard> draw(List<Heard> voice, int each, Random random) {
    Map<Integer, List<Heard>> byClass = new TreeMap<>();
    voice.forEach(one -> byClass.computeIfAbsent(one.label(), k -> new ArrayList<>()).add(one));
    List<Heard> drawn = new ArrayList<>();
    for (List<Heard> clips : byClass.values()) {
      Collections.shuffle(clips, random);
      drawn.addAll(clips.subList(0, Math.min(each, clips.size() - 1)));
    }
    return drawn;
  }

  /** The figures of clips under a change. */
  static Figures figures(List<Heard> clips, LayerChange change) {
    Map<Integer, int[]> counts = new TreeMap<>();
    double loss = 0;
    for (Heard one : clips) {
      double[] logits = change.apply(one.clipOf().embedding(), one.clipOf().logits());
      double[] probabilities = Refit.softmax(logits);
      int best = 0;
      for (int i = 1; i < logits.length; i++) {
        best = logits[i] > logits[best] ? i : best;
      }
      int[] count = counts.computeIfAbsent(one.label(), k -> new int[2]);
      count[0] += best == one.label() ? 1 : 0;
      count[1]++;
      loss -= Math.log(Math.max(1e-9, probabilities[one.label()])) / clips.size();
    }
    double uar =
        counts.values().stream().mapToDouble(c -> (double) c[0] / c[1]).average().orElseThrow();
    return new Figures(uar, loss);
  }

  /** Mean and 95 % interval of values by speaker, by 2000 draws of speakers. */
  static String interval(List<Double> values) {
    Random random = new Random(1);
    double[] means = new double[2000];
    for (int draw = 0; draw < means.length; draw++) {
      for (int i = 0; i < values.size(); i++) {
        means[draw] += values.get(random.nextInt(values.size())) / values.size();
      }
    }
    Arrays.sort(means);
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return "%+.3f (%+.3f … %+.3f)".formatted(mean, means[50], means[1949]);
  }
}
