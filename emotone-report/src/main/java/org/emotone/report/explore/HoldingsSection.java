package org.emotone.report.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.emotone.corpus.Emotion;
import org.emotone.report.chart.Bars;
import org.emotone.report.chart.HeatMap;
import org.emotone.report.chart.Histogram;
import org.emotone.report.drawing.Ink;
import org.emotone.report.page.Figure;
import org.emotone.report.page.Section;
import org.emotone.report.page.Table;
import org.emotone.report.page.Words;

/** What the corpora hold: clips by emotion, sex, speaker, intensity, corpus and language. */
final class HoldingsSection {

  /** More speakers than this are shown as a distribution. */
  private static final int SPEAKERS_SHOWN = 40;

  /** More columns than this take the whole width. */
  private static final int NARROW = 10;

  private final Exploration exploration;
  private final List<Clip> clips;
  private final List<String> sexes;
  private final List<Emotion> emotions;

  private HoldingsSection(Exploration exploration) {
    this.exploration = exploration;
    clips = exploration.clips();
    sexes = Counts.sexes(clips);
    emotions = Emotions.of(clips);
  }

  static Section of(Exploration exploration) {
    HoldingsSection section = new HoldingsSection(exploration);
    List<Figure> figures = new ArrayList<>();
    figures.add(section.emotions());
    section.addIntensities(figures);
    if (exploration.mixed()) {
      figures.add(section.corpora());
      figures.add(section.emotionsByCorpus());
    }
    figures.add(section.speakers());
    return new Section(
        "holdings",
        "What is in it",
        "How many clips there are of what. A recogniser learns what is frequent and forgets what is"
            + " rare.",
        figures);
  }

  private Figure emotions() {
    List<Bars.Row> rows = new ArrayList<>();
    Table.Builder table = table("emotion");
    int most = 0;
    int fewest = Integer.MAX_VALUE;
    for (Emotion emotion : emotions) {
      List<Clip> part = clips.stream().filter(c -> c.utterance().emotion() == emotion).toList();
      rows.add(Counts.bySex(emotion.id(), part, sexes));
      row(table, emotion.id(), part);
      most = Math.max(most, part.size());
      fewest = Math.min(fewest, part.size());
    }
    return new Figure(
        "emotions",
        "Clips by emotion and sex",
        balance(most, fewest),
        new Bars(rows, "clips"),
        table.build(),
        false);
  }

  private String balance(int most, int fewest) {
    if (emotions.size() < 2) {
      return "There is one emotion alone: nothing can be told apart here.";
    }
    double ratio = (double) most / fewest;
    String guess = Counts.percent((double) most / clips.size());
    if (ratio < 1.2) {
      return "The emotions are balanced: accuracy and unweighted average recall (UAR) will agree.";
    }
    return "The most frequent emotion has %s times the clips of the rarest: always naming it would be right in %s, so measure by UAR and weigh or balance the classes."
        .formatted(Counts.decimal(ratio, 1), guess);
  }

  private Figure corpora() {
    List<Bars.Row> rows = new ArrayList<>();
    Table.Builder table = table("corpus");
    Map<String, Integer> counts =
        Counts.descending(Counts.by(clips, clip -> clip.utterance().corpus()));
    counts.forEach(
        (corpus, count) -> {
          List<Clip> part =
              clips.stream().filter(c -> c.utterance().corpus().equals(corpus)).toList();
          rows.add(Counts.bySex(corpus, part, sexes));
          row(table, corpus, part);
        });
    Map.Entry<String, Integer> first = counts.entrySet().iterator().next();
    return new Figure(
        "corpora",
        "Clips by corpus and sex",
        "%s of all clips are %s's: a figure over the mix is mostly one of that corpus, so look at each by itself."
            .formatted(Counts.percent((double) first.getValue() / clips.size()), first.getKey()),
        new Bars(rows, "clips"),
        table.build(),
        false);
  }

  private Figure emotionsByCorpus() {
    List<String> corpora =
        List.copyOf(Counts.by(clips, clip -> clip.utterance().corpus()).keySet());
    double[][] cells = new double[corpora.size()][emotions.size()];
    for (Clip clip : clips) {
      cells[corpora.indexOf(clip.utterance().corpus())][
          emotions.indexOf(clip.utterance().emotion())]++;
    }
    List<String> missing = new ArrayList<>();
    for (int e = 0; e < emotions.size(); e++) {
      int has = 0;
      for (double[] row : cells) {
        has += row[e] > 0 ? 1 : 0;
      }
      if (has < corpora.size()) {
        missing.add(emotions.get(e).id());
      }
    }
    String lesson =
        missing.isEmpty()
            ? "Every corpus has every emotion: the mix cannot tell an emotion by the corpus alone."
            : "Not every corpus has %s: a model can tell these by the sound of the corpus instead of the voice."
                .formatted(Words.list(missing));
    List<String> names = emotions.stream().map(Emotion::id).toList();
    return grid("emotions-by-corpus", "Emotions of each corpus", lesson, corpora, names, cells);
  }

  private Figure speakers() {
    Map<String, Integer> counts = Counts.by(clips, clip -> clip.utterance().speaker());
    String lesson = speakerLesson(counts.size());
    if (exploration.mixed()) {
      return speakersByCorpus(lesson);
    }
    if (counts.size() > SPEAKERS_SHOWN || counts.size() == 1) {
      double[] values = counts.values().stream().mapToDouble(Integer::doubleValue).toArray();
      Table.Builder table = table("speaker");
      counts.keySet().forEach(name -> row(table, name, bySpeaker(name)));
      return new Figure(
          "speakers",
          "Clips per speaker",
          lesson,
          new Histogram(values, "clips of one speaker (height: speakers)", Ink.ACCENT),
          table.build(),
          true);
    }
    List<String> names = List.copyOf(counts.keySet());
    double[][] cells = new double[emotions.size()][names.size()];
    for (Clip clip : clips) {
      cells[emotions.indexOf(clip.utterance().emotion())][
          names.indexOf(clip.utterance().speaker())]++;
    }
    List<String> rows = emotions.stream().map(Emotion::id).toList();
    List<String> columns = names.stream().map(HoldingsSection::shortName).toList();
    Figure figure = grid("speakers", "Clips by emotion and speaker", lesson, rows, columns, cells);
    return columns.size() > NARROW ? figure.widened() : figure;
  }

  private String speakerLesson(int count) {
    if (clips.stream().anyMatch(clip -> !clip.utterance().speakerKnown())) {
      return "Of %s it is not stated who speaks: no split can keep their speakers apart."
          .formatted(
              Counts.plural(Counts.of(clips, clip -> !clip.utterance().speakerKnown()), "clip"));
    }
    String speakers = Counts.plural(count, "speaker");
    return count < 10
        ? "Only %s: figures on new people need more voices than these.".formatted(speakers)
        : "%s: test on people who are not in the training, and give an interval over speakers."
            .formatted(speakers);
  }

  private Figure speakersByCorpus(String lesson) {
    List<Bars.Row> rows = new ArrayList<>();
    Table.Builder table = table("corpus");
    for (String corpus : Counts.by(clips, clip -> clip.utterance().corpus()).keySet()) {
      // One clip of each speaker, so that counting clips counts speakers.
      Map<String, Clip> speakers = new TreeMap<>();
      clips.stream()
          .filter(clip -> clip.utterance().corpus().equals(corpus))
          .forEach(clip -> speakers.putIfAbsent(clip.utterance().speaker(), clip));
      List<Clip> part = List.copyOf(speakers.values());
      rows.add(Counts.bySex(corpus, part, sexes));
      row(table, corpus, part);
    }
    Bars chart = new Bars(rows, "speakers");
    return new Figure(
        "speakers", "Speakers by corpus and sex", lesson, chart, table.build(), false);
  }

  /** Without the corpus in front. */
  private static String shortName(String speaker) {
    return speaker.substring(speaker.indexOf(':') + 1);
  }

  private List<Clip> bySpeaker(String name) {
    return clips.stream().filter(clip -> clip.utterance().speaker().equals(name)).toList();
  }

  private static Figure grid(
      String id,
      String title,
      String lesson,
      List<String> rows,
      List<String> columns,
      double[][] cells) {
    String[][] texts = new String[rows.size()][columns.size()];
    List<String> head = new ArrayList<>(List.of(""));
    head.addAll(columns);
    Table.Builder table = new Table.Builder(head.toArray(String[]::new));
    for (int r = 0; r < rows.size(); r++) {
      Object[] row = new Object[1 + columns.size()];
      row[0] = rows.get(r);
      for (int c = 0; c < columns.size(); c++) {
        texts[r][c] = Long.toString(Math.round(cells[r][c]));
        row[1 + c] = texts[r][c];
      }
      table.row(row);
    }
    HeatMap chart = new HeatMap(rows, columns, cells, texts, "", "");
    return new Figure(id, title, lesson, chart, table.build(), false);
  }

  private void addIntensities(List<Figure> figures) {
    List<Clip> stated =
        clips.stream().filter(clip -> clip.utterance().intensity() != null).toList();
    if (stated.isEmpty()) {
      return;
    }
    List<String> words =
        List.copyOf(
            Counts.by(stated, clip -> Objects.requireNonNull(clip.utterance().intensity()))
                .keySet());
    double[][] cells = new double[emotions.size()][words.size()];
    for (Clip clip : stated) {
      cells[emotions.indexOf(clip.utterance().emotion())][
          words.indexOf(clip.utterance().intensity())]++;
    }
    List<String> names = emotions.stream().map(Emotion::id).toList();
    figures.add(
        grid(
            "intensities",
            "Clips by emotion and intensity",
            intensityLesson(words, cells, stated.size()),
            names,
            words,
            cells));
  }

  private String intensityLesson(List<String> words, double[][] cells, int stated) {
    List<String> partial = new ArrayList<>();
    for (int e = 0; e < cells.length; e++) {
      double sum = 0;
      boolean gap = false;
      for (double cell : cells[e]) {
        sum += cell;
        gap |= cell == 0;
      }
      if (sum > 0 && gap) {
        partial.add(emotions.get(e).id());
      }
    }
    String share = Counts.percent((double) stated / clips.size());
    if (words.size() < 2) {
      return "Where a strength is stated (%s of the clips), it is the same.".formatted(share);
    }
    return partial.isEmpty()
        ? "%s of the clips say how strongly they were meant; measure weak and strong ones apart."
            .formatted(share)
        : "%s of the clips say how strongly they were meant, but %s not in every strength: there the strength gives the emotion away."
            .formatted(share, Words.list(partial));
  }

  private Table.Builder table(String first) {
    List<String> head = new ArrayList<>(List.of(first));
    head.addAll(sexes);
    head.add("all");
    return new Table.Builder(head.toArray(String[]::new));
  }

  private void row(Table.Builder table, String name, List<Clip> part) {
    List<Object> cells = new ArrayList<>(List.of(name));
    sexes.forEach(sex -> cells.add(Counts.of(part, clip -> clip.sex().equals(sex))));
    cells.add(part.size());
    table.row(cells.toArray());
  }
}
