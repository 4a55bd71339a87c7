package org.emotone.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.emotone.Manifest;
import org.emotone.Provenance;
import org.emotone.training.evaluation.ClassScore;
import org.emotone.training.evaluation.ConfusionMatrix;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Interval;
import org.emotone.training.recipe.ScalerChoice;
import org.emotone.training.run.CardFacts;

/**
 * The card of a model, in Markdown, after Mitchell et al. (Model Cards for Model Reporting, 2019):
 * what it is for and what not, what it learned from, how well it does and how that was measured.
 */
public final class ModelCard {

  private static final String USES =
      """
      ## Intended use

      Research and teaching in speech emotion recognition; art, games and accessibility where a wrong
      answer does no harm; help to people who listen, never a replacement for them. It names the class
      of *acted* emotion that a short recording of speech resembles most. It does not know what a person
      feels.

      ## Forbidden use

      * **Not in workplaces and not in education.** Regulation (EU) 2024/1689 (AI Act), Article 5(1)(f),
        prohibits systems that infer the emotions of a person there, except for medical or safety reasons.
      * Not for decisions about people: hiring, credit, insurance, policing, borders, justice, diagnosis.
      * Not on people who do not know of it. Where emotion recognition is allowed, Article 50(3) demands
        that those concerned are told.
      * Not as a detector of lies, illness or danger.

      """;

  private static final String LIMITS =
      """
      ## Known limits

      * Actors portrayed the emotions in studios. Spontaneous, mixed and weak emotion sounds different,
        and figures on it will be lower.
      * Languages, accents, ages and microphones that the corpora lack are unknown to it; errors differ
        between groups of speakers.
      * Noise, music, several voices at once, singing and clips under a second make its answers worse.
      * Listeners themselves agree on acted emotions only in part: the label is what the actor was asked
        for, not what everyone hears.

      """;

  private final CardFacts facts;
  private final StringBuilder text = new StringBuilder();

  private ModelCard(CardFacts facts) {
    this.facts = facts;
  }

  /** The card. */
  public static String of(CardFacts facts) {
    return new ModelCard(facts).write();
  }

  private String write() {
    Manifest manifest = facts.manifest();
    line("# Model card: %s", manifest.name());
    line("");
    if (!facts.recipe().description().isEmpty()) {
      line("%s", facts.recipe().description());
      line("");
    }
    line(
        "Tells %d classes of speech emotion apart: %s. %,d parameters; audio at %d Hz.",
        manifest.classes().size(),
        String.join(", ", manifest.classes()),
        manifest.provenance().parameters(),
        manifest.frontEnd().sampleRate());
    line("");
    text.append(USES);
    data();
    figures();
    text.append(LIMITS);
    provenance(manifest.provenance());
    return text.toString();
  }

  private void data() {
    line("## Data");
    line("");
    line("| corpus | licence | training | validation | test | speakers (training, test) |");
    line("|---|---|--:|--:|--:|---|");
    for (CardFacts.Source source : facts.corpora()) {
      line(
          "| %s (`%s`) | %s | %d | %d | %d | %d, %d |",
          source.title(),
          source.id(),
          source.licence(),
          source.trainingClips(),
          source.validationClips(),
          source.testClips(),
          source.trainingSpeakers(),
          source.testSpeakers());
    }
    line("");
    line("The licences are as the publishers state them. No recording is part of the model.");
    line("");
    scaling();
    line("Labels: the emotion that the actor was asked to portray, not what listeners heard.");
    if (facts.recipe().listenerVotes()) {
      line(
          "Clips whose listeners voted on the voice alone were learned by the shares of their votes; "
              + "the figures are on what the actor meant.");
    }
    String by = facts.manifest().labelBy();
    line(
        "The classes stand for these %s of the corpora: %s.",
        by == null ? "emotions" : "words (" + by + ")", labels());
    line("");
  }

  private void scaling() {
    ScalerChoice scaler = facts.recipe().scaler();
    if (scaler != null && scaler.per() == ScalerChoice.Whose.SPEAKER) {
      line(
          "**Figures are with features scaled by the statistics of each speaker's clips.** The model"
              + " itself scales by those of the training, since a single clip of an unknown speaker"
              + " has none of its own: expect lower figures.");
      line("");
    }
  }

  private String labels() {
    return facts.manifest().classes().stream().map(this::label).collect(Collectors.joining("; "));
  }

  /** A class, with its emotions where they are not called the same. */
  private String label(String name) {
    List<String> emotions =
        facts.manifest().labelMap().entrySet().stream()
            .filter(entry -> entry.getValue().equals(name))
            .map(Map.Entry::getKey)
            .toList();
    return emotions.equals(List.of(name)) ? name : name + " (" + String.join(", ", emotions) + ")";
  }

  private void figures() {
    line("## Figures");
    line("");
    Evaluation evaluation = facts.evaluation();
    if (evaluation == null) {
      line("None: no clip was held out.");
      line("");
      return;
    }
    if (facts.measuredOnValidation()) {
      line(
          "**Nothing was held out for a test.** These figures are of the validation clips, on which "
              + "the best epoch was chosen: expect lower ones on new speakers.");
      line("");
    }
    conditions(evaluation);
    classes(evaluation.classes());
    confusion(evaluation.confusion());
    calibration(evaluation);
  }

  private void conditions(Evaluation evaluation) {
    line("* Protocol: %s", evaluation.conditions().protocol());
    line("* Overlap of training and measured clips: %s", evaluation.conditions().overlap());
    line("* Clips: %d of %d speakers", evaluation.clips(), evaluation.speakers());
    if (evaluation.conditions().droppedClips() > 0) {
      line("* Left out, for want of a class: %s", evaluation.conditions().droppedWords());
    }
    Interval interval = evaluation.uarInterval();
    line(
        "* **UAR %.3f**%s; accuracy %.3f; macro-F1 %.3f; right class among the first two %.3f",
        evaluation.uar(),
        interval == null
            ? ""
            : String.format(
                Locale.ROOT,
                " (%.0f %% interval %.3f to %.3f, %s)",
                100 * interval.level(),
                interval.lower(),
                interval.upper(),
                interval.method()),
        evaluation.accuracy(),
        evaluation.macroF1(),
        evaluation.topTwo());
    line("* Guessing gives a UAR of %.3f", 1.0 / occurring(evaluation.classes()));
    line("");
  }

  private static long occurring(List<ClassScore> scores) {
    return Math.max(1, scores.stream().filter(score -> score.support() > 0).count());
  }

  private void classes(List<ClassScore> scores) {
    line("| class | precision | recall | F1 | clips |");
    line("|---|--:|--:|--:|--:|");
    for (ClassScore s : scores) {
      line(
          "| %s | %.3f | %.3f | %.3f | %d |",
          s.label(), s.precision(), s.recall(), s.f1(), s.support());
    }
    line("");
  }

  private void confusion(ConfusionMatrix matrix) {
    line("Confusion matrix, a row for each true class, a column for each answer:");
    line("");
    line("| | %s |", String.join(" | ", matrix.labels()));
    line("|---|%s", "--:|".repeat(matrix.labels().size()));
    for (int i = 0; i < matrix.labels().size(); i++) {
      String row =
          Arrays.stream(matrix.counts()[i])
              .mapToObj(Integer::toString)
              .collect(Collectors.joining(" | "));
      line("| **%s** | %s |", matrix.labels().get(i), row);
    }
    line("");
  }

  private void calibration(Evaluation evaluation) {
    line("## Confidence");
    line("");
    line(
        "Probabilities are calibrated by a temperature of %.3f, found on the validation clips. Expected "
            + "calibration error of the measured clips: %.3f before, %.3f after (15 bins); log-loss %.3f "
            + "nats, Brier score %.3f. Answers with a probability below %.2f are marked as uncertain.",
        facts.manifest().calibration().temperature(),
        facts.uncalibratedError(),
        evaluation.calibrationError(),
        evaluation.logLoss(),
        evaluation.brier(),
        facts.manifest().uncertainBelow());
    line("");
  }

  private void provenance(Provenance provenance) {
    line("## Provenance");
    line("");
    line("* Recipe `%s`, seed %d", provenance.recipe(), provenance.seed());
    line("* Kept: %s", facts.keptWords());
    line(
        "* Trained by Emotone %s%s on %s",
        provenance.emotoneVersion(),
        provenance.commit() == null ? "" : ", commit " + provenance.commit(),
        provenance.created());
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
