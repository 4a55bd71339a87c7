package org.emotone.report.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.emotone.report.embedding.Neighbours;
import org.emotone.report.embedding.Plane;
import org.emotone.report.embedding.Points;
import org.emotone.report.embedding.PrincipalPlane;
import org.emotone.report.embedding.Tsne;

/**
 * Clips in a plane.
 *
 * @param clips those that are in it, all or as many as were drawn
 * @param components their first two principal components
 * @param tsne the plane of t-SNE
 * @param separations how much clips of one speaker, sex, emotion and corpus sound alike
 * @param emotionAmongOthers how much clips of one emotion sound alike if they are of other speakers
 */
public record Embedding(
    List<Clip> clips,
    PrincipalPlane components,
    Plane tsne,
    List<Separation> separations,
    Separation emotionAmongOthers) {

  /** Fewer clips than this make no picture. */
  static final int FEWEST = 12;

  /** Copies the lists. */
  public Embedding {
    clips = List.copyOf(clips);
    separations = List.copyOf(separations);
  }

  /** How much clips that have this in common sound alike, if they have anything in common. */
  public Separation separation(String name) {
    return separations.stream()
        .filter(separation -> separation.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing is known of " + name));
  }

  /** Whether clips were told apart by this. */
  boolean knows(String name) {
    return separations.stream().anyMatch(separation -> separation.name().equals(name));
  }

  static Embedding of(List<Clip> all, ExploreOptions options, ExploreListener listener) {
    List<Clip> clips = drawn(all, options);
    Tsne tsne = Tsne.STANDARD;
    listener.stage("embedding", tsne.iterations());
    Points points = points(clips).standardised();
    PrincipalPlane components = PrincipalPlane.of(points);
    Neighbours neighbours = Neighbours.of(points, tsne.neighbours(), null);
    List<String> speakers = labels(clips, clip -> clip.utterance().speaker());
    List<String> emotions = labels(clips, clip -> clip.utterance().emotion().id());
    List<Separation> separations = new ArrayList<>();
    if (clips.stream().allMatch(clip -> clip.utterance().speakerKnown())) {
      add("speaker", speakers, points, neighbours, separations);
    }
    add("sex", labels(clips, Clip::sex), points, neighbours, separations);
    add("emotion", emotions, points, neighbours, separations);
    add(
        "corpus",
        labels(clips, clip -> clip.utterance().corpus()),
        points,
        neighbours,
        separations);
    return new Embedding(
        clips,
        components,
        tsne.embed(neighbours, components.plane(), listener::done),
        separations,
        Separation.amongOthers("emotion", emotions, speakers, points));
  }

  /** Only where there is more than one: all clips of one corpus have that in common. */
  private static void add(
      String name,
      List<String> labels,
      Points points,
      Neighbours neighbours,
      List<Separation> separations) {
    if (labels.stream().distinct().count() > 1) {
      separations.add(Separation.of(name, labels, points, neighbours));
    }
  }

  private static List<String> labels(List<Clip> clips, Function<Clip, String> label) {
    return clips.stream().map(label).toList();
  }

  /** All clips, or so many drawn at random; in their order. */
  private static List<Clip> drawn(List<Clip> all, ExploreOptions options) {
    if (all.size() <= options.embedded()) {
      return all;
    }
    int[] indices = IntStream.range(0, all.size()).toArray();
    Random random = new Random(options.seed());
    for (int i = 0; i < options.embedded(); i++) {
      int other = i + random.nextInt(indices.length - i);
      int held = indices[i];
      indices[i] = indices[other];
      indices[other] = held;
    }
    return Arrays.stream(indices, 0, options.embedded()).sorted().mapToObj(all::get).toList();
  }

  /** The features of clips. */
  static Points points(List<Clip> clips) {
    int dimensions = ClipMeasurement.features();
    float[] values = new float[clips.size() * dimensions];
    for (int i = 0; i < clips.size(); i++) {
      System.arraycopy(clips.get(i).figures().features(), 0, values, i * dimensions, dimensions);
    }
    return new Points(values, clips.size(), dimensions);
  }
}
