package org.emotone.training.denoise;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.emotone.Recognizer;
import org.emotone.Score;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.SegmentalSnr;
import org.emotone.audio.signal.SignalToDistortion;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.training.evaluation.ConfusionMatrix;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.evaluation.SpeakerBootstrap;
import org.emotone.training.run.Judging;
import org.emotone.training.run.ModelLabels;
import org.jspecify.annotations.Nullable;

/**
 * What one clip came to in one condition after one way to take out noise.
 *
 * @param siSdr in dB, +∞ for the clip itself
 * @param segmentalSnr in dB
 * @param judgement what was answered; null without a recogniser
 */
record DenoisedClip(double siSdr, double segmentalSnr, @Nullable Judgement judgement) {

  /** Recognises emotion in clips. */
  record Listener(Recognizer recognizer, LabelScheme scheme, List<String> classes) {

    Listener(Recognizer recognizer) {
      this(
          recognizer,
          ModelLabels.of(recognizer.model().manifest()),
          recognizer.model().manifest().classes());
    }

    Judgement hear(Voice voice, Waveform sound) {
      double[] probabilities = new double[classes.size()];
      for (Score score : recognizer.recognize(sound).scores()) {
        probabilities[classes.indexOf(score.label())] = score.probability();
      }
      return new Judgement(
          voice.clip().name(),
          voice.clip().speaker(),
          Judging.traits(voice.clip()),
          scheme.indexOf(voice.clip()).orElseThrow(),
          probabilities);
    }
  }

  /** Measures. */
  static DenoisedClip of(Voice voice, Waveform sound, @Nullable Listener listener) {
    return new DenoisedClip(
        SignalToDistortion.db(voice.sound(), sound),
        SegmentalSnr.db(voice.sound(), sound),
        listener == null ? null : listener.hear(voice, sound));
  }

  /**
   * Means over clips.
   *
   * @param clips {@code [clip][condition][method]}, the first of the methods being nothing done
   * @param classes of the recogniser; empty without one
   */
  static List<DenoiserScore> scores(
      List<DenoiserEvaluation.Condition> conditions,
      List<String> methods,
      List<List<List<DenoisedClip>>> clips,
      List<String> classes) {
    List<DenoiserScore> scores = new ArrayList<>();
    for (int c = 0; c < conditions.size(); c++) {
      int condition = c;
      List<DenoisedClip> noisy = clips.stream().map(clip -> clip.get(condition).get(0)).toList();
      for (int m = 0; m < methods.size(); m++) {
        int method = m;
        List<DenoisedClip> clean =
            clips.stream().map(clip -> clip.get(condition).get(method)).toList();
        scores.add(score(conditions.get(c), methods.get(m), noisy, clean, classes));
      }
    }
    return scores;
  }

  private static DenoiserScore score(
      DenoiserEvaluation.Condition condition,
      String method,
      List<DenoisedClip> noisy,
      List<DenoisedClip> clean,
      List<String> classes) {
    boolean noise = condition.noise() != null;
    boolean done = noise || !method.equals(DenoiserEvaluation.NOISY);
    double sdr = clean.stream().mapToDouble(DenoisedClip::siSdr).average().orElseThrow();
    double segments =
        clean.stream().mapToDouble(DenoisedClip::segmentalSnr).average().orElseThrow();
    double sdrBefore = noisy.stream().mapToDouble(DenoisedClip::siSdr).average().orElseThrow();
    double segmentsBefore =
        noisy.stream().mapToDouble(DenoisedClip::segmentalSnr).average().orElseThrow();
    int better = 0;
    for (int i = 0; i < clean.size(); i++) {
      better += clean.get(i).siSdr() > noisy.get(i).siSdr() ? 1 : 0;
    }
    List<Judgement> before = judgements(noisy);
    List<Judgement> after = judgements(clean);
    Double uar = uar(classes, after);
    return new DenoiserScore(
        noise ? Objects.requireNonNull(condition.noise()).id() : "none",
        noise ? condition.snrDb() : null,
        method,
        done ? sdr : null,
        noise ? sdr - sdrBefore : null,
        noise ? (double) better / clean.size() : null,
        done ? segments : null,
        noise ? segments - segmentsBefore : null,
        uar,
        uar == null ? null : uar - Objects.requireNonNull(uar(classes, before)),
        uar == null ? null : SpeakerBootstrap.STANDARD.difference(classes, before, after));
  }

  private static @Nullable Double uar(List<String> classes, List<Judgement> judgements) {
    return judgements.isEmpty()
        ? null
        : ConfusionMatrix.of(classes, judgements).unweightedAverageRecall();
  }

  private static List<Judgement> judgements(List<DenoisedClip> clips) {
    List<Judgement> judgements = new ArrayList<>();
    for (DenoisedClip clip : clips) {
      if (clip.judgement() != null) {
        judgements.add(clip.judgement());
      }
    }
    return judgements;
  }
}
