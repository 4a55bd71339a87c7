package org.emotone.corpus.split;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A division of one corpus' speakers into folds that others have published figures on.
 *
 * @param id name, such as {@code ravdess-reslstm}
 * @param corpus id of the corpus
 * @param source who published it
 * @param folds in their order
 */
public record PublishedFolds(String id, String corpus, String source, List<Fold> folds) {

  private static final List<PublishedFolds> ALL =
      List.of(
          new PublishedFolds(
              "ravdess-reslstm",
              "ravdess",
              "ResLSTM-SER (Mak-Sim), which names its validation too",
              List.of(
                  fold("ravdess", List.of(2, 5, 14, 15, 16), List.of(3, 6)),
                  fold("ravdess", List.of(3, 6, 7, 13, 18), List.of(10, 11)),
                  fold("ravdess", List.of(10, 11, 12, 19, 20), List.of(8, 17)),
                  fold("ravdess", List.of(8, 17, 21, 23, 24), List.of(1, 14)),
                  fold("ravdess", List.of(1, 4, 9, 22), List.of(2, 5)))),
          tests(
              "ravdess-emobox",
              "ravdess",
              "EmoBox",
              List.of(
                  List.of("01", "11", "20", "21"),
                  List.of("04", "10", "12", "14"),
                  List.of("08", "09", "19", "23"),
                  List.of("03", "05", "07", "24"),
                  List.of("02", "15", "16", "18"),
                  List.of("06", "13", "17", "22"))),
          single("savee-loso", "savee", List.of("DC", "JE", "JK", "KL")),
          single("emovo-loso", "emovo", List.of("f1", "f2", "f3", "m1", "m2", "m3")),
          single(
              "emodb-loso",
              "emodb",
              List.of("03", "08", "09", "10", "11", "12", "13", "14", "15", "16")),
          single("tess-speakers", "tess", List.of("YAF", "OAF")),
          tests(
              "cafe-emobox",
              "cafe",
              "EmoBox",
              List.of(
                  List.of("01", "07", "08", "10"),
                  List.of("02", "04", "09", "12"),
                  List.of("03", "05", "06", "11"))),
          tests(
              "iemocap-sessions",
              "iemocap",
              "usual with IEMOCAP: one session is the test",
              IntStream.rangeClosed(1, 5)
                  .mapToObj(s -> List.of("Ses0" + s + "F", "Ses0" + s + "M"))
                  .toList()));

  /** Copies the list. */
  public PublishedFolds {
    folds = List.copyOf(folds);
  }

  /**
   * One fold.
   *
   * @param test speakers of the test, such as {@code ravdess:07}
   * @param validation speakers of the published validation, empty if none is published
   */
  public record Fold(List<String> test, List<String> validation) {

    /** Copies the lists. */
    public Fold {
      test = List.copyOf(test);
      validation = List.copyOf(validation);
    }
  }

  /** All that are known. */
  public static List<PublishedFolds> all() {
    return ALL;
  }

  /**
   * Those with an id.
   *
   * @throws IllegalArgumentException if there are none, naming those that there are
   */
  public static PublishedFolds of(String id) {
    return ALL.stream()
        .filter(folds -> folds.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no published folds are called '%s'; there are %s"
                        .formatted(
                            id, String.join(", ", ALL.stream().map(PublishedFolds::id).toList()))));
  }

  private static Fold fold(
      String corpus, Collection<Integer> test, Collection<Integer> validation) {
    return new Fold(actors(corpus, test), actors(corpus, validation));
  }

  private static List<String> actors(String corpus, Collection<Integer> actors) {
    return actors.stream().map(actor -> "%s:%02d".formatted(corpus, actor)).toList();
  }

  private static PublishedFolds tests(
      String id, String corpus, String source, List<List<String>> tests) {
    List<Fold> folds = new ArrayList<>();
    for (List<String> test : tests) {
      folds.add(new Fold(test.stream().map(name -> corpus + ":" + name).toList(), List.of()));
    }
    return new PublishedFolds(id, corpus, source, folds);
  }

  private static PublishedFolds single(String id, String corpus, List<String> speakers) {
    return tests(
        id, corpus, "usual: each speaker in turn", speakers.stream().map(List::of).toList());
  }
}
