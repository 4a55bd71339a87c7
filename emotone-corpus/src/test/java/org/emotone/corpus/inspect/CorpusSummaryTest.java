package org.emotone.corpus.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Folder;
import org.emotone.corpus.Rejected;
import org.emotone.corpus.reader.Corpora;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusSummaryTest {

  private final Path root;

  CorpusSummaryTest(@TempDir Path root) {
    this.root = root;
  }

  private Corpus corpus() throws CorpusException {
    Folder.with(
        root,
        "03-01-03-02-01-01-01.wav",
        "03-01-03-01-02-01-02.FLAC",
        "03-01-05-01-02-01-02.flac",
        "copy/03-01-05-01-02-01-02.flac",
        "03-02-05-01-02-01-02.flac",
        "notes.mp3");
    return Corpora.byId("ravdess").read(root);
  }

  @Test
  void countsClipsAndWhatWasRejected() throws CorpusException {
    CorpusSummary summary = CorpusSummary.of(corpus());
    assertThat(summary.clips()).isEqualTo(3);
    assertThat(summary.emotions()).isEqualTo(Map.of(Emotion.HAPPY, 2, Emotion.ANGRY, 1));
    assertThat(summary.speakers()).isEqualTo(Map.of("ravdess:01", 1, "ravdess:02", 2));
    assertThat(summary.speakersBySex()).isEqualTo(Map.of("male", 1, "female", 1));
    assertThat(summary.clipsBySex()).isEqualTo(Map.of("male", 1, "female", 2));
    assertThat(summary.intensities()).isEqualTo(Map.of("strong", 1, "normal", 2));
    assertThat(summary.sentences()).isEqualTo(Map.of("ravdess:01", 1, "ravdess:02", 2));
    assertThat(summary.extensions()).isEqualTo(Map.of("wav", 1, "flac", 2));
    assertThat(summary.rejected())
        .isEqualTo(Map.of(Rejected.Kind.COPY, 1, Rejected.Kind.LEFT_OUT, 1, Rejected.Kind.NAME, 1));
    assertThat(summary.seconds()).isEmpty();
  }

  @Test
  void durationsAreAddedUpAndFailuresAreKept() throws CorpusException {
    List<Integer> progress = new ArrayList<>();
    CorpusSummary summary =
        CorpusSummary.of(
            corpus(),
            clip -> {
              if (clip.path().toString().endsWith(".wav")) {
                throw new IOException("no audio");
              }
              return 1.5;
            },
            (files, all) -> progress.add(files * 10 + all));
    assertThat(summary.seconds()).hasValueCloseTo(3.0, within(1e-9));
    assertThat(summary.unreadable())
        .isEqualTo(Map.of(root.resolve("03-01-03-02-01-01-01.wav"), "no audio"));
    assertThat(progress).containsExactly(13, 23, 33);
  }
}
