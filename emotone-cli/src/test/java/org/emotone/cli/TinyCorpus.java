package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A corpus named as RAVDESS, made of the samples: enough to train on, not to learn from. */
final class TinyCorpus {

  private static final Path SAMPLES = Path.of("..", "samples");
  private static final List<String> CLIPS =
      List.of("calm-man", "cheerful-woman", "flat-man", "fearful-woman", "loud-man", "sad-woman");

  /** A recipe for it: two classes, one layer, the last two of six speakers tested. */
  static final String RECIPE =
      """
      name: tiny
      corpora: [ravdess]
      labels: {classes: [happy, sad]}
      split: {type: speakers, test: [ravdess:05, ravdess:06]}
      validationSpeakers: 2
      network:
        - {type: channels}
        - {type: statisticsPool}
        - {type: dense, units: 2}
      training: {epochs: 3, batchSize: 4, cropFrames: 100}
      seed: 1
      """;

  private TinyCorpus() {}

  /** The recipe with its speakers in three folds. */
  static String inFolds(int epochs) {
    return RECIPE
        .replace(
            "{type: speakers, test: [ravdess:05, ravdess:06]}",
            "{type: speakerFolds, folds: 3, fold: 1}")
        .replace("epochs: 3", "epochs: " + epochs);
  }

  /** Writes six speakers with two clips of each of two emotions. */
  static Path write(Path folder) throws IOException {
    int clip = 0;
    for (int actor = 1; actor <= 6; actor++) {
      Path own = Files.createDirectories(folder.resolve("Actor_%02d".formatted(actor)));
      for (String emotion : List.of("03", "04")) {
        for (int take = 1; take <= 2; take++) {
          String name = "03-01-%s-01-01-%02d-%02d.wav".formatted(emotion, take, actor);
          String source = CLIPS.get(clip++ % CLIPS.size()) + ".wav";
          Files.copy(SAMPLES.resolve(source), own.resolve(name));
        }
      }
    }
    return folder;
  }
}
