package org.emotone.report.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.emotone.corpus.Emotion;
import org.emotone.report.chart.Quantiles;
import org.emotone.report.chart.Violins;
import org.emotone.report.page.Figure;
import org.emotone.report.page.Section;
import org.emotone.report.page.Table;
import org.jspecify.annotations.Nullable;

/** How voices sound: pitch and energy by emotion and sex. */
final class VoiceSection {

  /** Fewer clips have no median worth a sentence. */
  private static final int FEWEST = 8;

  private final boolean mixed;
  private final List<Clip> clips;
  private final List<String> sexes;
  private final List<Emotion> emotions;

  private VoiceSection(Exploration exploration) {
    mixed = exploration.mixed();
    clips = exploration.clips();
    sexes = Counts.sexes(clips);
    emotions = Emotions.of(clips);
  }

  static Section of(Exploration exploration) {
    VoiceSection section = new VoiceSection(exploration);
    return new Section(
        "voices",
        "How the voices sound",
        "Pitch and energy are what people change first when they act an emotion. An outline is as"
            + " wide as values are frequent; the bar marks the median and the middle half.",
        List.of(section.pitch(), section.spread(), section.level(), section.voicing()));
  }

  private Figure pitch() {
    return violins(
        "pitch", "Pitch (median of a clip)", pitchLesson(), "Hz", clip -> clip.figures().pitch());
  }

  private String pitchLesson() {
    double women = median("women", null, clip -> clip.figures().pitch());
    double men = median("men", null, clip -> clip.figures().pitch());
    Optional<Extremes> extremes = extremes(clip -> clip.figures().pitch());
    if (Double.isFinite(women) && Double.isFinite(men)) {
      String emotion =
          extremes
              .map(
                  e ->
                      ", emotion (%s to %s) by %s"
                          .formatted(
                              e.low().id(), e.high().id(), semitones(e.highValue(), e.lowValue())))
              .orElse("");
      return "Women speak at %s Hz, men at %s: sex moves pitch by %s semitones%s. Compare within a speaker or a sex."
          .formatted(
              Counts.decimal(women, 0), Counts.decimal(men, 0), semitones(women, men), emotion);
    }
    return extremes
        .map(
            e ->
                "Pitch is lowest in %s (%s Hz) and highest in %s (%s Hz)."
                    .formatted(
                        e.low().id(),
                        Counts.decimal(e.lowValue(), 0),
                        e.high().id(),
                        Counts.decimal(e.highValue(), 0)))
        .orElse("There are too few voiced clips for a comparison.");
  }

  private static String semitones(double a, double b) {
    return Counts.decimal(Math.abs(12 * Math.log(a / b) / Math.log(2)), 0);
  }

  private Figure spread() {
    return violins(
        "pitch-range",
        "Pitch range within a clip (10th to 90th percentile)",
        extremes(clip -> clip.figures().pitchSpread())
            .map(
                e ->
                    "Melody is flattest in %s (%s semitones) and liveliest in %s (%s)."
                        .formatted(
                            e.low().id(),
                            Counts.decimal(e.lowValue(), 1),
                            e.high().id(),
                            Counts.decimal(e.highValue(), 1)))
            .orElse("There are too few voiced clips for a comparison."),
        "semitones",
        clip -> clip.figures().pitchSpread());
  }

  private Figure level() {
    return violins(
        "energy",
        "Energy (level of the speech without pauses)",
        extremes(clip -> clip.figures().speechDb())
            .map(
                e ->
                    "%s is quietest (%s dBFS) and %s loudest (%s): %s dB apart, which a model that normalises each clip cannot use."
                        .formatted(
                            capital(e.low().id()),
                            Counts.decimal(e.lowValue(), 0),
                            e.high().id(),
                            Counts.decimal(e.highValue(), 0),
                            Counts.decimal(e.highValue() - e.lowValue(), 0)))
            .orElse("There are too few clips for a comparison."),
        "dBFS",
        clip -> clip.figures().speechDb());
  }

  private Figure voicing() {
    return violins(
        "voicing",
        "Voiced share of the speech",
        extremes(clip -> clip.figures().voiced())
            .map(
                e ->
                    "From %s in %s to %s in %s: whisper, breath and hissing sounds lower it."
                        .formatted(
                            Counts.percent(e.lowValue()),
                            e.low().id(),
                            Counts.percent(e.highValue()),
                            e.high().id()))
            .orElse("There are too few clips for a comparison."),
        "% of the frames that are not silent",
        clip -> 100 * clip.figures().voiced());
  }

  private Figure violins(
      String id, String title, String lesson, String unit, ToDoubleFunction<Clip> value) {
    Table.Builder table = new Table.Builder("emotion", "sex", "clips", "25 %", "median", "75 %");
    List<Violins.Group> groups = new ArrayList<>();
    for (Emotion emotion : emotions) {
      List<Violins.Part> parts = new ArrayList<>();
      for (String sex : sexes) {
        double[] sorted = values(sex, emotion, value);
        parts.add(new Violins.Part(sex, sorted, Emotions.sexInk(sex)));
        table.row(
            emotion.id(),
            sex,
            sorted.length,
            Counts.decimal(Quantiles.of(sorted, 0.25), 1),
            Counts.decimal(Quantiles.of(sorted, 0.5), 1),
            Counts.decimal(Quantiles.of(sorted, 0.75), 1));
      }
      groups.add(new Violins.Group(emotion.id(), parts));
    }
    String told =
        mixed ? lesson + " In a mix part of that is which corpus has which emotion." : lesson;
    return new Figure(id, title, told, new Violins(groups, unit), table.build(), true);
  }

  private double[] values(String sex, @Nullable Emotion emotion, ToDoubleFunction<Clip> value) {
    return clips.stream()
        .filter(clip -> clip.sex().equals(sex))
        .filter(clip -> emotion == null || clip.utterance().emotion() == emotion)
        .mapToDouble(value)
        .filter(Double::isFinite)
        .sorted()
        .toArray();
  }

  private double median(String sex, @Nullable Emotion emotion, ToDoubleFunction<Clip> value) {
    double[] sorted = values(sex, emotion, value);
    return sorted.length < FEWEST ? Double.NaN : Quantiles.of(sorted, 0.5);
  }

  /** The emotions with the lowest and the highest value. */
  private record Extremes(Emotion low, double lowValue, Emotion high, double highValue) {}

  private record Middle(Emotion emotion, double value) {}

  /**
   * By the mean of the medians of those sexes that have clips of every emotion, so that their
   * numbers do not matter; if there is no such sex, of all sexes that have any.
   */
  private Optional<Extremes> extremes(ToDoubleFunction<Clip> value) {
    List<String> complete =
        sexes.stream()
            .filter(sex -> emotions.stream().allMatch(e -> Double.isFinite(median(sex, e, value))))
            .toList();
    List<String> asked = complete.isEmpty() ? sexes : complete;
    List<Middle> middles =
        emotions.stream()
            .map(emotion -> new Middle(emotion, middle(asked, emotion, value)))
            .filter(middle -> Double.isFinite(middle.value()))
            .sorted(Comparator.comparingDouble(Middle::value))
            .toList();
    if (middles.size() < 2) {
      return Optional.empty();
    }
    Middle low = middles.get(0);
    Middle high = middles.get(middles.size() - 1);
    return Optional.of(new Extremes(low.emotion(), low.value(), high.emotion(), high.value()));
  }

  private double middle(List<String> asked, Emotion emotion, ToDoubleFunction<Clip> value) {
    return asked.stream()
        .mapToDouble(sex -> median(sex, emotion, value))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
