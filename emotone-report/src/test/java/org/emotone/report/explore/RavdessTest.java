package org.emotone.report.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.emotone.corpus.reader.Corpora;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of RAVDESS is what is found in it. */
@Tag("corpora")
final class RavdessTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void itsVoicesArePeopleBeforeTheyAreEmotions() throws Exception {
    Exploration found = explore();

    assertThat(found.clips()).hasSize(1440);
    assertThat(found.unreadable()).isEmpty();
    assertThat(found.examples()).hasSize(16);
    assertThat(pitch(found, "women")).isBetween(190.0, 280.0);
    assertThat(pitch(found, "men")).isBetween(100.0, 170.0);
    Embedding embedding = Objects.requireNonNull(found.embedding());
    Separation speaker = embedding.separation("speaker");
    Separation emotion = embedding.separation("emotion");
    assertThat(speaker.groups()).isEqualTo(24);
    assertThat(speaker.agreement()).isGreaterThan(0.5).isGreaterThan(10 * speaker.chance());
    assertThat(emotion.agreement()).isBetween(0.3, 0.5);
    assertThat(embedding.emotionAmongOthers().agreement())
        .isGreaterThan(1.5 * embedding.emotionAmongOthers().chance())
        .isLessThan(emotion.agreement());
  }

  private Exploration explore() throws Exception {
    String corpora =
        Objects.requireNonNull(
            System.getenv("EMOTONE_CORPORA"),
            "set EMOTONE_CORPORA to the folder that holds ravdess/");
    return ExplorerTest.explore(
        folder.resolve("cache"),
        ExploreOptions.STANDARD,
        Corpora.byId("ravdess").read(Path.of(corpora).resolve("ravdess")));
  }

  private static double pitch(Exploration found, String sex) {
    double[] sorted =
        found.clips().stream()
            .filter(clip -> clip.sex().equals(sex))
            .mapToDouble(clip -> clip.figures().pitch())
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
  }
}
