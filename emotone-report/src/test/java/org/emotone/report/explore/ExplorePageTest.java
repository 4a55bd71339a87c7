package org.emotone.report.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Rejected;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.reader.Corpora;
import org.emotone.report.page.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplorePageTest {

  @TempDir private Path folder = Path.of("");

  private Corpus ravdess() throws IOException {
    return Corpora.byId("ravdess").read(Voices.ravdess(folder.resolve("ravdess"), 4));
  }

  private ExplorePage page(ExploreOptions options, Corpus... corpora) throws Exception {
    return new ExplorePage(ExplorerTest.explore(folder.resolve("cache"), options, corpora));
  }

  private ExplorePage page(Corpus... corpora) throws Exception {
    return page(ExploreOptions.STANDARD, corpora);
  }

  @Test
  void everyChartHasALessonATableAndAPicture() throws Exception {
    ExplorePage page = page(ravdess());

    Path html = page.write(folder.resolve("page"));

    assertThat(html).isEqualTo(folder.resolve("page").resolve("explore.html")).isRegularFile();
    assertThat(page.figures()).hasSizeGreaterThan(15);
    for (Figure figure : page.figures()) {
      assertThat(figure.lesson()).as(figure.id()).isNotBlank().endsWith(".");
      assertThat(figure.table().rows()).as(figure.id()).isNotEmpty();
      assertThat(figure.table().rows())
          .as(figure.id())
          .allMatch(row -> row.size() == figure.table().head().size());
      assertThat(folder.resolve("page/png").resolve(figure.id() + ".png")).isNotEmptyFile();
    }
    try (Stream<Path> files = Files.list(folder.resolve("page/png"))) {
      assertThat(files.filter(f -> f.getFileName().toString().startsWith("example-"))).hasSize(24);
    }
  }

  @Test
  void thePageNeedsNothingElse() throws Exception {
    String html = page(ravdess()).html();

    Matcher links = Pattern.compile("(?:src|href)=\"([^\"]{1,30})").matcher(html);
    int found = 0;
    while (links.find()) {
      found++;
      assertThat(links.group(1)).matches("(data:|#).*");
    }
    assertThat(found).isGreaterThan(30);
    assertThat(html).doesNotContain("http://", "https://", "url(", "@import");
  }

  @Test
  void theSameClipsGiveTheSamePage() throws Exception {
    Corpus corpus = ravdess();

    assertThat(page(corpus).html()).isEqualTo(page(corpus).html());
  }

  @Test
  void picturesHaveWordsForThoseWhoCannotSeeThem() throws Exception {
    String html = page(ravdess()).html();

    assertThat(count(html, "<svg ")).isEqualTo(count(html, "role=\"img\" aria-label=\""));
    assertThat(count(html, "<img ")).isEqualTo(count(html, "<img alt=\"")).isPositive();
    assertThat(html).contains("<html lang=\"en\">").contains("href=\"#main\"");
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }

  @Test
  void clipsToListenToCanBeLeftOut() throws Exception {
    Corpus corpus = ravdess();

    assertThat(page(corpus).html()).contains("<audio ", "data:audio/wav;base64,UklGR");
    assertThat(page(new ExploreOptions(5000, 1, false), corpus).html())
        .doesNotContain("<audio ", "data:audio");
  }

  @Test
  void ofSeveralCorporaThePageTellsWhatComesFromWhich() throws Exception {
    Corpus first = ravdess();
    Corpus second = new Corpus("other", "Another", "free", first.root(), renamed(first), List.of());

    ExplorePage page = page(first, second);

    assertThat(page.figures())
        .extracting(Figure::id)
        .contains("corpora", "emotions-by-corpus", "tsne-corpus");
    assertThat(page.html()).contains("<h1>ravdess + other</h1>");
  }

  private static List<Utterance> renamed(Corpus corpus) {
    return corpus.utterances().stream()
        .map(
            clip ->
                new Utterance(
                    "other",
                    clip.id(),
                    clip.path(),
                    clip.speaker().replace("ravdess", "other"),
                    null,
                    null,
                    "de",
                    clip.emotion() == Emotion.CALM ? Emotion.BOREDOM : clip.emotion(),
                    "x",
                    null,
                    null,
                    null))
        .toList();
  }

  @Test
  void namesOfFilesAndCorporaCannotBecomeMarkup() throws Exception {
    Corpus honest = ravdess();
    Path odd = honest.root().resolve("<img src=x onerror=alert(1)>.wav");
    Corpus corpus =
        new Corpus(
            "<i>id</i>",
            "<script>alert(2)</script>",
            "\"licence\"",
            honest.root(),
            honest.utterances(),
            List.of(new Rejected(odd, Rejected.Kind.NAME, "<b>why</b>")));

    assertThat(page(corpus).html())
        .contains("&lt;script&gt;alert(2)&lt;/script&gt;", "&lt;img src=x", "&lt;b&gt;why")
        .doesNotContain("<script>alert", "<img src=x", "<b>why", "<i>id");
  }

  @Test
  void whereNobodySaysWhoSpeaksNothingIsSaidOfSpeakers() throws Exception {
    Corpus known = ravdess();
    List<Utterance> nameless =
        known.utterances().stream()
            .map(
                clip ->
                    new Utterance(
                        clip.corpus(),
                        clip.id(),
                        clip.path(),
                        "ravdess:unknown",
                        null,
                        null,
                        clip.language(),
                        clip.emotion(),
                        clip.nativeLabel(),
                        null,
                        null,
                        null))
            .toList();

    ExplorePage page =
        page(new Corpus("ravdess", "title", "licence", known.root(), nameless, List.of()));

    assertThat(page.figures()).extracting(Figure::id).doesNotContain("tsne-speaker");
    assertThat(figure(page, "speakers").lesson())
        .isEqualTo(
            "Of 24 clips it is not stated who speaks: no split can keep their speakers apart.");
    assertThat(figure(page, "neighbours").lesson()).startsWith("It is not stated of every clip");
    assertThat(page.html()).contains("<dt>speakers</dt><dd>not stated</dd>");
  }

  @Test
  void whatCouldNotBeReadIsListed() throws Exception {
    Corpus corpus = ravdess();
    Files.writeString(corpus.utterances().get(3).path(), "no sound");

    String html = page(corpus).html();

    assertThat(html)
        .contains("1 clip could not be decoded, 0 files were not taken as clips")
        .contains(corpus.utterances().get(3).path().getFileName().toString());
  }

  @Test
  void votesOfListenersAreShownWhereThereAreSome() throws Exception {
    Path root = folder.resolve("cremad");
    List<String> names = Cremad.write(root, 6);

    ExplorePage page = page(Corpora.byId("cremad").read(root));

    assertThat(names).hasSize(12);
    assertThat(page.figures()).extracting(Figure::id).contains("votes", "recall", "agreement");
    Figure votes = figure(page, "votes");
    // Angry: 8 of 10 votes right, 2 for sad. Sad: 4 right, 6 for angry.
    assertThat(votes.table().rows())
        .containsExactly(List.of("sad", "40.0 %", "60.0 %"), List.of("angry", "20.0 %", "80.0 %"));
    assertThat(votes.lesson()).contains("hear angry where sad was meant (60");
    assertThat(figure(page, "recall").lesson()).contains("accuracy of 50.0 %");
  }

  private static Figure figure(ExplorePage page, String id) {
    return page.figures().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }
}
