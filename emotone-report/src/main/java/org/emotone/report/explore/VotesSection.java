package org.emotone.report.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.votes.CrowdVotes;
import org.emotone.report.chart.Bars;
import org.emotone.report.chart.HeatMap;
import org.emotone.report.chart.Histogram;
import org.emotone.report.drawing.Ink;
import org.emotone.report.page.Figure;
import org.emotone.report.page.Section;
import org.emotone.report.page.Table;

/** What people heard in the clips: the figure that a recogniser is to be compared with. */
final class VotesSection {

  private final CrowdVotes votes;
  private final List<Utterance> clips;
  private final CrowdVotes.Human human;
  private final List<Emotion> emotions;

  private VotesSection(CrowdVotes votes, List<Clip> clips) {
    this.votes = votes;
    this.clips =
        clips.stream()
            .filter(clip -> !votes.votes(clip.utterance()).isEmpty())
            .map(Clip::utterance)
            .toList();
    human = votes.human(this.clips);
    emotions =
        Emotions.of(clips.stream().filter(c -> !votes.votes(c.utterance()).isEmpty()).toList());
  }

  /** Whether any clip has votes. */
  static boolean has(CrowdVotes votes, List<Clip> clips) {
    return clips.stream().anyMatch(clip -> !votes.votes(clip.utterance()).isEmpty());
  }

  static Section of(CrowdVotes votes, List<Clip> clips) {
    VotesSection section = new VotesSection(votes, clips);
    return new Section(
        "listeners",
        "What people heard",
        "Votes of listeners who heard the voice alone, on %s. Where people disagree with the actor, a label is what was meant and not what is heard."
            .formatted(Counts.plural(section.human.clips(), "clip")),
        List.of(section.confusion(), section.recall(), section.agreement()));
  }

  private Figure confusion() {
    double[][] shares = new double[emotions.size()][emotions.size()];
    int[] counts = new int[emotions.size()];
    for (Utterance clip : clips) {
      int meant = emotions.indexOf(clip.emotion());
      counts[meant]++;
      votes
          .shares(clip)
          .forEach(
              (emotion, share) -> {
                int heard = emotions.indexOf(emotion);
                if (heard >= 0) {
                  shares[meant][heard] += 100 * share;
                }
              });
    }
    String[][] texts = new String[emotions.size()][emotions.size()];
    List<String> names = emotions.stream().map(Emotion::id).toList();
    List<String> head = new ArrayList<>(List.of("meant ↓ heard →"));
    head.addAll(names);
    Table.Builder table = new Table.Builder(head.toArray(String[]::new));
    for (int meant = 0; meant < counts.length; meant++) {
      Object[] row = new Object[1 + counts.length];
      row[0] = names.get(meant);
      for (int heard = 0; heard < counts.length; heard++) {
        shares[meant][heard] /= Math.max(1, counts[meant]);
        texts[meant][heard] = Counts.decimal(shares[meant][heard], 0);
        row[1 + heard] = Counts.decimal(shares[meant][heard], 1) + " %";
      }
      table.row(row);
    }
    return new Figure(
        "votes",
        "Votes by what was meant (% of a row)",
        confusionLesson(names, shares),
        new HeatMap(names, names, shares, texts, "meant", "heard"),
        table.build(),
        false);
  }

  private static String confusionLesson(List<String> names, double[][] shares) {
    int meant = 0;
    int heard = 0;
    double most = -1;
    for (int row = 0; row < shares.length; row++) {
      for (int column = 0; column < shares.length; column++) {
        if (row != column && shares[row][column] > most) {
          most = shares[row][column];
          meant = row;
          heard = column;
        }
      }
    }
    return "Single listeners most often hear %s where %s was meant (%s of the votes): expect the same of a model."
        .formatted(names.get(heard), names.get(meant), Counts.percent(most / 100));
  }

  private Figure recall() {
    List<Bars.Row> rows = new ArrayList<>();
    Table.Builder table = new Table.Builder("meant", "recall of the majority");
    List<Map.Entry<Emotion, Double>> recalls =
        human.recall().entrySet().stream()
            .sorted(Map.Entry.<Emotion, Double>comparingByValue(Comparator.reverseOrder()))
            .toList();
    for (Map.Entry<Emotion, Double> entry : recalls) {
      double percent = Math.rint(1000 * entry.getValue()) / 10;
      String name = entry.getKey().id();
      rows.add(
          new Bars.Row(
              name, List.of(new Bars.Part("heard", percent, Emotions.ink(entry.getKey())))));
      table.row(name, Counts.decimal(percent, 1) + " %");
    }
    return new Figure(
        "recall",
        "How often the majority hears what was meant (%)",
        "People themselves reach an accuracy of %s %% and a UAR of %s %% (single votes: %s %%): the figure to compare a model with that is measured on new speakers."
            .formatted(
                Counts.decimal(100 * human.accuracy(), 1),
                Counts.decimal(100 * human.uar(), 1),
                Counts.decimal(100 * human.singleVote(), 1)),
        new Bars(rows, "%"),
        table.build(),
        false);
  }

  private Figure agreement() {
    double[] shares =
        clips.stream()
            .mapToDouble(
                clip ->
                    100
                        * votes.shares(clip).values().stream()
                            .mapToDouble(Double::doubleValue)
                            .max()
                            .orElse(Double.NaN))
            .toArray();
    int weak = 0;
    for (double share : shares) {
      weak += share < 50 ? 1 : 0;
    }
    Table.Builder table = new Table.Builder("votes for the most frequent answer", "clips");
    Histogram chart =
        new Histogram(shares, "% of the votes for the most frequent answer", Ink.ACCENT);
    Histogram.Bins bins = chart.bins();
    for (int bin = 0; bin < bins.counts().length; bin++) {
      table.row(
          "%s to %s %%"
              .formatted(Counts.decimal(bins.from(bin), 0), Counts.decimal(bins.from(bin + 1), 0)),
          bins.counts()[bin]);
    }
    return new Figure(
        "agreement",
        "How much listeners agree",
        "In %s of the clips no answer has half of the votes: soft labels say more of these than one name."
            .formatted(Counts.percent((double) weak / shares.length)),
        chart,
        table.build(),
        true);
  }
}
