package org.emotone.report.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.emotone.corpus.Emotion;
import org.emotone.report.chart.Bars;
import org.emotone.report.chart.Chart;
import org.emotone.report.chart.Scatter;
import org.emotone.report.chart.SmallMultiples;
import org.emotone.report.drawing.Ink;
import org.emotone.report.embedding.Plane;
import org.emotone.report.page.Figure;
import org.emotone.report.page.Section;
import org.emotone.report.page.Table;

/** All clips in a plane: what makes them sound alike. */
final class EmbeddingSection {

  private static final int NAMED = 8;

  private final Embedding embedding;

  private EmbeddingSection(Embedding embedding) {
    this.embedding = embedding;
  }

  static Section of(Exploration exploration, Embedding embedding) {
    EmbeddingSection section = new EmbeddingSection(embedding);
    List<Figure> figures = new ArrayList<>();
    figures.add(section.neighbours());
    figures.add(section.byEmotion("tsne", "t-SNE", embedding.tsne()));
    if (embedding.knows("speaker")) {
      figures.add(section.bySpeaker("tsne", "t-SNE", embedding.tsne()));
    }
    figures.add(section.eachEmotion());
    if (embedding.knows("corpus")) {
      figures.add(section.byCorpus());
    }
    figures.add(section.byEmotion("pca", "Principal components", section.components()));
    if (embedding.knows("speaker")) {
      figures.add(section.bySpeaker("pca", "Principal components", section.components()));
    }
    int clips = embedding.clips().size();
    String which =
        clips == exploration.clips().size()
            ? "All %s clips".formatted(Counts.number(clips))
            : "%s of the %s clips, drawn at random (seed %d),"
                .formatted(
                    Counts.number(clips),
                    Counts.number(exploration.clips().size()),
                    exploration.options().seed());
    return new Section(
        "likeness",
        "What sounds alike",
        "%s as points: near each other where they sound alike, by %d figures of each (mean and deviation of MFCC, pitch and level, and how much is voiced), standardised."
            .formatted(which, ClipMeasurement.features()),
        figures);
  }

  private Plane components() {
    return embedding.components().plane();
  }

  private Figure neighbours() {
    List<Bars.Row> rows = new ArrayList<>();
    Table.Builder table =
        new Table.Builder("in common", "groups", "neighbours", "by chance", "silhouette");
    for (Separation separation : embedding.separations()) {
      add("same " + separation.name(), separation, rows, table);
    }
    Separation others = embedding.emotionAmongOthers();
    if (Double.isFinite(others.agreement())) {
      add("same emotion, other speakers only", others, rows, table);
    }
    return new Figure(
        "neighbours",
        "What a clip's ten nearest neighbours have in common with it",
        neighbourLesson(),
        new Bars(rows, "% of the neighbours"),
        table.build(),
        true);
  }

  private static void add(
      String name, Separation separation, List<Bars.Row> rows, Table.Builder table) {
    double found = Math.rint(1000 * separation.agreement()) / 10;
    double chance = Math.rint(1000 * separation.chance()) / 10;
    rows.add(new Bars.Row(name, List.of(new Bars.Part("found", found, Ink.ACCENT))));
    rows.add(new Bars.Row("by chance", List.of(new Bars.Part("by chance", chance, Ink.QUIET))));
    table.row(
        name,
        separation.groups(),
        Counts.decimal(found, 1) + " %",
        Counts.decimal(chance, 1) + " %",
        Counts.decimal(separation.silhouette(), 3));
  }

  private String neighbourLesson() {
    if (!embedding.knows("speaker")) {
      return "It is not stated of every clip who speaks, or there is one speaker alone: how much voices differ cannot be seen.";
    }
    Separation speaker = embedding.separation("speaker");
    String heard =
        "%s of the nearest clips are by the same speaker (%s by chance)"
            .formatted(Counts.percent(speaker.agreement()), Counts.percent(speaker.chance()));
    if (!embedding.knows("emotion")) {
      return heard + ".";
    }
    Separation emotion = embedding.separation("emotion");
    Separation others = embedding.emotionAmongOthers();
    double speakers = speaker.agreement() / Math.max(1e-9, speaker.chance());
    double emotions = emotion.agreement() / Math.max(1e-9, emotion.chance());
    return "%s, %s have the same emotion (%s), and among other people's clips %s (%s): %s"
        .formatted(
            heard,
            Counts.percent(emotion.agreement()),
            Counts.percent(emotion.chance()),
            Counts.percent(others.agreement()),
            Counts.percent(others.chance()),
            speakers > emotions
                ? "who speaks shapes the sound more than what is felt, so a random split measures how well voices are remembered."
                : "emotion shapes the sound at least as much as who speaks.");
  }

  private Figure byEmotion(String id, String name, Plane plane) {
    List<Scatter.Group> groups = emotionGroups(plane);
    Separation emotion = embedding.knows("emotion") ? embedding.separation("emotion") : null;
    String lesson =
        emotion == null
            ? "There is one emotion alone."
            : "Silhouette by emotion: %s (1 would be islands, 0 no borders at all). %s"
                .formatted(
                    Counts.decimal(emotion.silhouette(), 2),
                    emotion.silhouette() < 0.05
                        ? "Emotions run through each other."
                        : "Some emotions form islands.");
    return new Figure(
        id + "-emotion",
        name + ", coloured by emotion",
        explained(id) + lesson,
        new Scatter(groups, true),
        centres(groups),
        false);
  }

  private Figure bySpeaker(String id, String name, Plane plane) {
    List<Scatter.Group> groups = groups(plane, clip -> clip.utterance().speaker());
    String lesson =
        "Silhouette by speaker: %s. Patches of one colour are one voice%s."
            .formatted(
                Counts.decimal(embedding.separation("speaker").silhouette(), 2),
                groups.size() > NAMED ? " (colours repeat after eight speakers)" : "");
    return new Figure(
        id + "-speaker",
        name + ", coloured by speaker",
        lesson,
        new Scatter(groups, groups.size() <= NAMED),
        centres(groups),
        false);
  }

  private String explained(String id) {
    double[] shares = embedding.components().explained();
    return id.equals("pca")
        ? "Both directions hold %s and %s of the variance. "
            .formatted(Counts.percent(shares[0]), Counts.percent(shares[1]))
        : "";
  }

  private Figure byCorpus() {
    List<Scatter.Group> groups = groups(embedding.tsne(), clip -> clip.utterance().corpus());
    Separation corpus = embedding.separation("corpus");
    Chart chart = new Scatter(groups, true);
    return new Figure(
        "tsne-corpus",
        "t-SNE, coloured by corpus",
        "%s of the nearest clips are of the same corpus (%s by chance): %s"
            .formatted(
                Counts.percent(corpus.agreement()),
                Counts.percent(corpus.chance()),
                corpus.agreement() > 0.9
                    ? "each corpus is a world of its own, so measure across corpora before you trust a figure."
                    : "the corpora overlap."),
        chart,
        centres(groups),
        true);
  }

  private Figure eachEmotion() {
    List<Scatter.Group> groups = emotionGroups(embedding.tsne());
    return new Figure(
        "tsne-each",
        "t-SNE, emotion by emotion",
        "The same plane with one emotion lit at a time: where a panel's points are spread like the grey ones, that emotion has no sound of its own in these figures.",
        new SmallMultiples(groups),
        centres(groups),
        true);
  }

  private List<Scatter.Group> emotionGroups(Plane plane) {
    List<Scatter.Group> groups = new ArrayList<>();
    for (Emotion emotion : Emotions.of(embedding.clips())) {
      groups.add(
          group(
              emotion.id(),
              plane,
              clip -> clip.utterance().emotion() == emotion,
              Emotions.ink(emotion)));
    }
    return groups;
  }

  private List<Scatter.Group> groups(Plane plane, Function<Clip, String> label) {
    Map<String, Integer> names = new TreeMap<>(Counts.by(embedding.clips(), label));
    List<Scatter.Group> groups = new ArrayList<>();
    names
        .keySet()
        .forEach(
            name ->
                groups.add(
                    group(
                        name,
                        plane,
                        clip -> label.apply(clip).equals(name),
                        Ink.series(groups.size()))));
    return groups;
  }

  private Scatter.Group group(String name, Plane plane, Predicate<Clip> in, Ink ink) {
    int[] indices =
        IntStream.range(0, embedding.clips().size())
            .filter(i -> in.test(embedding.clips().get(i)))
            .toArray();
    double[] xs = new double[indices.length];
    double[] ys = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      xs[i] = plane.xs()[indices[i]];
      ys[i] = plane.ys()[indices[i]];
    }
    return new Scatter.Group(name, xs, ys, ink);
  }

  private static Table centres(List<Scatter.Group> groups) {
    Table.Builder table = new Table.Builder("group", "clips", "centre across", "centre down");
    for (Scatter.Group group : groups) {
      table.row(
          group.name(),
          group.xs().length,
          Counts.decimal(Arrays.stream(group.xs()).average().orElse(0), 1),
          Counts.decimal(Arrays.stream(group.ys()).average().orElse(0), 1));
    }
    return table.build();
  }
}
