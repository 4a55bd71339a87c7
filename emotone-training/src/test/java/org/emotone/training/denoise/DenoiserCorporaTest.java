package org.emotone.training.denoise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotone.Denoiser;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.reader.Corpora;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The shipped denoiser on real speech of speakers that it never heard. */
@Tag("corpora")
class DenoiserCorporaTest {

  private static final int CLIPS = 40;

  @Test
  void theShippedDenoiserImprovesEveryRatioBelowFifteenDecibels() throws IOException {
    List<Corpus> corpora = new ArrayList<>();
    for (String id : List.of("ravdess", "cremad", "savee", "emodb")) {
      corpora.add(Corpora.byId(id).read(folder().resolve(id)));
    }
    try (Denoiser denoiser = Denoiser.open(Path.of("..", "models", "denoiser.onnx"), 1)) {
      DenoiserReport report =
          new DenoiserEvaluation(null, 1)
              .with(denoiser)
              .measure(corpora, CLIPS, List.of(-5.0, 0.0, 5.0, 10.0), (done, all) -> {});
      assertThat(report.clips()).isEqualTo(CLIPS);
      for (DenoiserScore score : report.scores()) {
        if (score.method().equals("denoiser") && score.snrDb() != null) {
          // Of five to eight voices at once, the loudest is hard to find: babble at -5 dB gains
          // 0.4 dB on 105 clips.
          boolean loudBabble = score.noise().equals("babble") && score.snrDb() < 0;
          assertThat(score.siSdrGain())
              .as("%s at %s dB", score.noise(), score.snrDb())
              .isGreaterThan(loudBabble ? 0 : 1.5);
          assertThat(score.improved())
              .as("%s at %s dB", score.noise(), score.snrDb())
              .isGreaterThan(loudBabble ? 0.5 : 0.85);
        }
      }
    }
  }

  private static Path folder() {
    String folder = System.getenv("EMOTONE_CORPORA");
    if (folder == null) {
      throw new IllegalStateException("set EMOTONE_CORPORA to the folder that holds ravdess/ …");
    }
    return Path.of(folder);
  }
}
