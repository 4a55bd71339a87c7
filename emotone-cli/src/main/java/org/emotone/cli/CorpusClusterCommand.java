package org.emotone.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.emotone.corpus.Utterance;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.Preset;
import org.emotone.features.check.Bounds;
import org.emotone.features.scaling.LinearScaler;
import org.emotone.features.scaling.ScalerKind;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.cache.Features;
import org.emotone.training.classical.Agreement;
import org.emotone.training.classical.KMeans;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone corpus cluster}: what groups clips fall into by themselves. */
@Command(
    name = "cluster",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Group clips by how they sound, without their labels.",
    description = {
      "",
      "Groups the clips by k-means for 1, 2, 3 … groups, takes the number at which the inertia (the "
          + "squared distances from the centres) bends most, its elbow, and says what the groups "
          + "hold and whether they know more of emotions, of speakers or of their sex.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone corpus cluster ~/corpora/ravdess",
      "  emotone corpus cluster --preset p1 --groups 4 ~/corpora/tess"
    })
final class CorpusClusterCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "Folders of corpora.")
  private List<Path> folders = List.of();

  @Option(
      names = "--as",
      paramLabel = "ID",
      description = "Read the folders as this corpus (see corpus list) instead of guessing.")
  private @Nullable String id;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "Features of one row for a clip (see features --list); default p13, eGeMAPS.")
  private String preset = "p13";

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "Most groups that are tried; default ${DEFAULT-VALUE}.")
  private int most = 12;

  @Option(
      names = "--groups",
      paramLabel = "N",
      description = "Show this number of groups instead of the elbow's.")
  private @Nullable Integer groups;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the beginnings; default ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    Preset chosen = chosen();
    List<Utterance> clips = new ArrayList<>();
    for (Path folder : folders) {
      clips.addAll(CorpusSource.read(folder, id).utterances());
    }
    Features features = features(clips, chosen);
    features
        .unreadable()
        .forEach(clip -> spec.commandLine().getErr().println("emotone: " + clip.reason()));
    if (!features.utterances().isEmpty()) {
      report(features.utterances(), rows(features));
    }
    return features.unreadable().isEmpty() ? 0 : 1;
  }

  private Preset chosen() {
    try {
      Bounds.check("--most", most, 3, 100);
      if (groups != null) {
        Bounds.check("--groups", groups, 1, most);
      }
      Preset named = Preset.byId(preset);
      if (named.frontEnd().length().maxFrames() > 1) {
        throw new IllegalArgumentException(
            "preset "
                + preset
                + " gives many rows for a clip, needed is one of one row, such as p1");
      }
      return named;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static Features features(List<Utterance> clips, Preset preset) throws IOException {
    try (Progress bar = Progress.of("features", clips.size())) {
      return FeatureCache.ofUser().load(clips, preset.frontEnd(), (done, total) -> bar.to(done));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped; what was measured is kept for the next time");
    }
  }

  private static List<float[]> rows(Features features) {
    List<float[]> rows = features.matrices().stream().map(FeatureMatrix::values).toList();
    LinearScaler scaler = LinearScaler.fit(ScalerKind.STANDARD, rows);
    return rows.stream().map(row -> scaler.apply(row, 1)).toList();
  }

  private void report(List<Utterance> clips, List<float[]> rows) {
    PrintWriter out = spec.commandLine().getOut();
    int tried = Math.min(most, rows.size());
    List<KMeans.Groups> all = new ArrayList<>();
    try (Progress bar = Progress.of("groups", tried)) {
      for (int k = 1; k <= tried; k++) {
        all.add(KMeans.cluster(rows, k, seed));
        bar.to(k);
      }
    }
    double[] inertia = all.stream().mapToDouble(KMeans.Groups::inertia).toArray();
    int elbow = KMeans.elbow(inertia);
    out.printf(
        "%-8s%14s%10s%10s%9s%7s%n", "groups", "inertia", "of one", "emotion", "speaker", "sex");
    for (int k = 1; k <= tried; k++) {
      List<Integer> group = groupsOf(all.get(k - 1));
      out.printf(
          Locale.ROOT,
          "%-8d%14.0f%8.1f %%%10.3f%9.3f%7.3f%s%n",
          k,
          inertia[k - 1],
          inertia[0] > 0 ? 100 * inertia[k - 1] / inertia[0] : 0,
          agreement(group, clips, clip -> clip.emotion()),
          agreement(group, clips, Utterance::speaker),
          agreement(group, clips, clip -> String.valueOf(clip.sex())),
          k == elbow ? "  elbow" : "");
    }
    out.println("emotion, speaker, sex: information shared with the groups, 0 none, 1 all");
    int shown = groups == null ? elbow : Math.min(groups, tried);
    holdings(out, clips, groupsOf(all.get(shown - 1)));
  }

  private static List<Integer> groupsOf(KMeans.Groups groups) {
    return Arrays.stream(groups.group()).boxed().toList();
  }

  private static double agreement(
      List<Integer> group, List<Utterance> clips, Function<Utterance, Object> of) {
    return Agreement.normalisedInformation(group, clips.stream().map(of).toList());
  }

  /** What each group holds, the emotions by falling share. */
  private static void holdings(PrintWriter out, List<Utterance> clips, List<Integer> group) {
    int count = group.stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    out.printf("%n%-8s%7s%10s  %s%n", "group", "clips", "speakers", "emotions");
    for (int g = 0; g < count; g++) {
      int which = g;
      List<Utterance> own =
          IntStream.range(0, clips.size())
              .filter(i -> group.get(i) == which)
              .mapToObj(clips::get)
              .toList();
      Map<String, Long> emotions =
          own.stream()
              .collect(Collectors.groupingBy(clip -> clip.emotion().id(), Collectors.counting()));
      String words =
          emotions.entrySet().stream()
              .sorted(Comparator.comparingLong((Map.Entry<String, Long> e) -> -e.getValue()))
              .map(e -> "%s %.0f %%".formatted(e.getKey(), 100.0 * e.getValue() / own.size()))
              .collect(Collectors.joining(", "));
      long speakers = own.stream().map(Utterance::speaker).distinct().count();
      out.printf("%-8d%7d%10d  %s%n", g + 1, own.size(), speakers, words);
    }
  }
}
