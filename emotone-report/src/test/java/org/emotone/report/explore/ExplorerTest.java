package org.emotone.report.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.reader.Corpora;
import org.emotone.training.cache.FeatureCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplorerTest {

  private static final ExploreListener QUIET =
      new ExploreListener() {
        @Override
        public void stage(String words, int steps) {}

        @Override
        public void done(int steps) {}
      };

  @TempDir private Path folder = Path.of("");

  static Exploration explore(Path cache, ExploreOptions options, Corpus... corpora)
      throws IOException, InterruptedException {
    return new Explorer(new FeatureCache(cache, 2), options).explore(List.of(corpora), QUIET);
  }

  private Corpus corpus(int speakers) throws IOException {
    return Corpora.byId("ravdess").read(Voices.ravdess(folder.resolve("clips"), speakers));
  }

  private Exploration explore(Corpus corpus) throws IOException, InterruptedException {
    return explore(folder.resolve("cache"), ExploreOptions.STANDARD, corpus);
  }

  @Test
  void everyClipIsMeasured() throws Exception {
    Exploration found = explore(corpus(4));

    assertThat(found.name()).isEqualTo("ravdess");
    assertThat(found.clips()).hasSize(24);
    assertThat(found.unreadable()).isEmpty();
    for (Clip clip : found.clips()) {
      double least = clip.sex().equals("women") ? 215 : 115;
      assertThat(clip.figures().pitch()).isBetween(least, 1.5 * least);
      assertThat(clip.figures().silence()).isBetween(0.15, 0.3);
    }
  }

  @Test
  void whatSoundsAlikeIsKnownByItsSpeaker() throws Exception {
    Embedding embedding = Objects.requireNonNull(explore(corpus(4)).embedding());

    assertThat(embedding.clips()).hasSize(24);
    assertThat(embedding.tsne().xs()).hasSize(24);
    Separation sex = embedding.separation("sex");
    assertThat(sex.groups()).isEqualTo(2);
    assertThat(sex.agreement()).isGreaterThan(sex.chance());
    assertThat(embedding.separation("speaker").groups()).isEqualTo(4);
    assertThat(embedding.emotionAmongOthers().chance()).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(embedding.knows("corpus")).isFalse();
  }

  @Test
  void thereIsAnExampleOfEachEmotionAndSex() throws Exception {
    Exploration found = explore(corpus(4));

    assertThat(found.examples())
        .extracting(e -> e.clip().utterance().emotion().id() + " " + e.clip().sex())
        .containsExactly(
            "calm women", "calm men", "happy women", "happy men", "angry women", "angry men");
    assertThat(found.examples()).allMatch(e -> e.peers() == 4);
    // 0.6 s of sound and 0.1 s on either side.
    assertThat(found.examples()).allMatch(e -> Math.abs(e.sound().duration() - 0.8) < 0.05);
  }

  @Test
  void onlySoManyClipsAreDrawnAndTheSameAgain() throws Exception {
    Corpus corpus = corpus(4);
    ExploreOptions options = new ExploreOptions(15, 7, false);

    Embedding first =
        Objects.requireNonNull(explore(folder.resolve("cache"), options, corpus).embedding());
    Embedding second =
        Objects.requireNonNull(explore(folder.resolve("cache"), options, corpus).embedding());

    assertThat(first.clips()).hasSize(15);
    assertThat(names(second)).isEqualTo(names(first));
    assertThat(second.tsne().xs()).isEqualTo(first.tsne().xs());
  }

  private static List<String> names(Embedding embedding) {
    return embedding.clips().stream().map(clip -> clip.utterance().name()).toList();
  }

  @Test
  void fewClipsMakeNoPicture() throws Exception {
    assertThat(explore(corpus(1)).embedding()).isNull();
  }

  @Test
  void clipsThatCannotBeReadAreToldAndTheOthersShown() throws Exception {
    Corpus corpus = corpus(3);
    Path broken = corpus.utterances().get(0).path();
    Files.writeString(broken, "no sound at all");

    Exploration found = explore(corpus);

    assertThat(found.clips()).hasSize(17);
    assertThat(found.unreadable()).hasSize(1);
    assertThat(found.unreadable().get(0).reason()).contains(broken.getFileName().toString());
  }

  @Test
  void aCorpusOfWhichNothingCanBeReadIsAnError() throws Exception {
    Corpus corpus = corpus(1);
    for (Path file : corpus.utterances().stream().map(clip -> clip.path()).toList()) {
      Files.write(file, new byte[0]);
    }

    assertThatThrownBy(() -> explore(corpus))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("none of the 6 clips can be read; the first: ");
  }
}
