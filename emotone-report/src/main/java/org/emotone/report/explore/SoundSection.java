package org.emotone.report.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.emotone.report.chart.Bars;
import org.emotone.report.chart.Chart;
import org.emotone.report.chart.Histogram;
import org.emotone.report.chart.Quantiles;
import org.emotone.report.chart.Violins;
import org.emotone.report.drawing.Ink;
import org.emotone.report.page.Figure;
import org.emotone.report.page.Section;
import org.emotone.report.page.Table;

/** How the recordings are made: durations, rates, levels, silence. */
final class SoundSection {

  private final Exploration exploration;
  private final List<Clip> clips;
  private final List<String> corpora;

  private SoundSection(Exploration exploration) {
    this.exploration = exploration;
    clips = exploration.clips();
    corpora = List.copyOf(Counts.by(clips, clip -> clip.utterance().corpus()).keySet());
  }

  static Section of(Exploration exploration) {
    SoundSection section = new SoundSection(exploration);
    return new Section(
        "recordings",
        "How it was recorded",
        "Differences that come from microphones, rooms and codecs and not from voices. What differs"
            + " here between corpora or classes is what a model will find first.",
        List.of(
            section.durations(),
            section.rates(),
            section.silence(),
            section.peaks(),
            section.levels(),
            section.loudness()));
  }

  private Figure durations() {
    double[] sorted = sorted(clips, clip -> clip.figures().seconds());
    String lesson =
        String.format(
            Locale.ROOT,
            "Half of the clips last %.1f to %.1f s, the longest %.1f s: a window of %.1f s holds 95 of 100 whole.",
            Quantiles.of(sorted, 0.25),
            Quantiles.of(sorted, 0.75),
            sorted[sorted.length - 1],
            Quantiles.of(sorted, 0.95));
    return distribution(
        "durations", "Durations", lesson, "seconds", clip -> clip.figures().seconds());
  }

  private Figure rates() {
    Map<String, Integer> counts =
        Counts.descending(
            Counts.by(
                clips,
                clip ->
                    String.format(
                        Locale.ROOT,
                        "%.1f kHz, %s",
                        clip.figures().sampleRate() / 1000.0,
                        channels(clip.figures().channels()))));
    Table.Builder table = new Table.Builder("rate and channels", "clips");
    List<Bars.Row> rows = new ArrayList<>();
    counts.forEach(
        (name, count) -> {
          table.row(name, count);
          rows.add(new Bars.Row(name, List.of(new Bars.Part("clips", count, Ink.ACCENT))));
        });
    String lesson =
        counts.size() == 1
            ? "All files are alike, %s: nothing has to be made equal first."
                .formatted(counts.keySet().iterator().next())
            : "There are %d formats: bring all to one rate and one channel, and beware that what is above the lowest rate tells the corpus."
                .formatted(counts.size());
    return new Figure(
        "rates",
        "Sample rates and channels",
        lesson,
        new Bars(rows, "clips"),
        table.build(),
        false);
  }

  private static String channels(int channels) {
    return switch (channels) {
      case 1 -> "mono";
      case 2 -> "stereo";
      default -> channels + " channels";
    };
  }

  private Figure silence() {
    double[] sorted = sorted(clips, clip -> clip.figures().silence());
    double median = Quantiles.of(sorted, 0.5);
    String advice =
        median > 0.3
            ? "trim it, or a model looks at rooms most of the time"
            : "there is little to trim";
    return distribution(
        "silence",
        "Share of silence",
        "Half of the clips are silent for %s of their time or more: %s."
            .formatted(Counts.percent(median), advice),
        "% of the clip",
        clip -> 100 * clip.figures().silence());
  }

  private Figure peaks() {
    int full = Counts.of(clips, clip -> clip.figures().peakDb() > -0.1);
    String lesson =
        full == 0
            ? "No clip reaches full scale: nothing is clipped."
            : "%s (%s) reach full scale and may be clipped: let corpus audit list them."
                .formatted(
                    Counts.plural(full, "clip"), Counts.percent((double) full / clips.size()));
    return distribution("peaks", "Peaks", lesson, "dBFS", clip -> clip.figures().peakDb());
  }

  private Figure levels() {
    double[] sorted = sorted(clips, clip -> clip.figures().rmsDb());
    double range = Quantiles.of(sorted, 0.95) - Quantiles.of(sorted, 0.05);
    String lesson =
        "Nine of ten clips lie within %s dB. %s"
            .formatted(
                Counts.decimal(range, 0),
                range > 15
                    ? "Part of that is how loud people spoke, part how the microphone was set: know which before you normalise."
                    : "Levels were made alike: loudness tells little of an emotion here.");
    return distribution("levels", "Levels (RMS)", lesson, "dBFS", clip -> clip.figures().rmsDb());
  }

  private Figure loudness() {
    double[] sorted = sorted(clips, clip -> clip.figures().loudness());
    int without = clips.size() - sorted.length;
    String note =
        without == 0
            ? ""
            : " Without one: %s, shorter than 0.4 s or silent."
                .formatted(Counts.plural(without, "clip"));
    return distribution(
        "loudness",
        "Loudness",
        "As loud as it sounds, by ITU-R BS.1770: the median is %s LUFS (broadcasts have −23).%s"
            .formatted(Counts.decimal(Quantiles.of(sorted, 0.5), 0), note),
        "LUFS",
        clip -> clip.figures().loudness());
  }

  /** A histogram of one corpus, violins of several. */
  private Figure distribution(
      String id, String title, String lesson, String unit, ToDoubleFunction<Clip> value) {
    Table.Builder table =
        new Table.Builder("corpus", "clips", "lowest", "5 %", "median", "95 %", "highest");
    List<Violins.Group> groups = new ArrayList<>();
    for (int i = 0; i < corpora.size(); i++) {
      String corpus = corpora.get(i);
      List<Clip> part =
          clips.stream().filter(clip -> clip.utterance().corpus().equals(corpus)).toList();
      double[] sorted = sorted(part, value);
      table.row(
          corpus,
          sorted.length,
          Counts.decimal(Quantiles.of(sorted, 0), 2),
          Counts.decimal(Quantiles.of(sorted, 0.05), 2),
          Counts.decimal(Quantiles.of(sorted, 0.5), 2),
          Counts.decimal(Quantiles.of(sorted, 0.95), 2),
          Counts.decimal(Quantiles.of(sorted, 1), 2));
      groups.add(new Violins.Group(corpus, List.of(new Violins.Part("", sorted, Ink.series(i)))));
    }
    String told = exploration.mixed() ? lesson + " " + medians(groups, unit) : lesson;
    double[] all = clips.stream().mapToDouble(value).toArray();
    Chart chart =
        exploration.mixed() ? new Violins(groups, unit) : new Histogram(all, unit, Ink.ACCENT);
    return new Figure(id, title, told, chart, table.build(), false);
  }

  /** The corpora with the lowest and the highest median. */
  private static String medians(List<Violins.Group> groups, String unit) {
    List<Middle> middles =
        groups.stream()
            .map(
                group ->
                    new Middle(group.label(), Quantiles.of(group.parts().get(0).values(), 0.5)))
            .filter(middle -> Double.isFinite(middle.value()))
            .sorted(Comparator.comparingDouble(Middle::value))
            .toList();
    if (middles.isEmpty()) {
      return "";
    }
    Middle low = middles.get(0);
    Middle high = middles.get(middles.size() - 1);
    return "The medians go from %s (%s) to %s (%s) %s."
        .formatted(
            Counts.decimal(low.value(), 1),
            low.corpus(),
            Counts.decimal(high.value(), 1),
            high.corpus(),
            unit);
  }

  private record Middle(String corpus, double value) {}

  private static double[] sorted(List<Clip> clips, ToDoubleFunction<Clip> value) {
    return Arrays.stream(clips.stream().mapToDouble(value).toArray())
        .filter(Double::isFinite)
        .sorted()
        .toArray();
  }
}
