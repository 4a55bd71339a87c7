package org.emotone.corpus.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.CorpusReader;
import org.emotone.corpus.Speaker;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.inspect.CorpusSummary;
import org.emotone.corpus.split.FoldList;
import org.emotone.corpus.split.PublishedFolds;
import org.emotone.corpus.split.Split;
import org.emotone.corpus.split.Splits;
import org.emotone.corpus.split.Validation;
import org.emotone.corpus.votes.CrowdVotes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counts of the official releases (of CREMA-D: of its actors 1001 to 1079). */
@Tag("corpora")
class RealCorporaTest {

  private static Path corpora = Path.of("");

  @BeforeAll
  static void find() {
    String folder = System.getenv("EMOTONE_CORPORA");
    assertThat(folder)
        .as("environment variable EMOTONE_CORPORA: the folder that holds ravdess, cremad, ...")
        .isNotNull();
    corpora = Path.of(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "ravdess, 1440, 24, 12 female 12 male, neutral=96 calm=192 happy=192 sad=192 angry=192 fear=192"
        + " disgust=192 surprise=192, 2",
    "cremad, 6458, 79, 39 female 40 male, neutral=943 happy=1103 sad=1103 angry=1103 fear=1103"
        + " disgust=1103, 12",
    "tess, 2800, 2, 2 female, neutral=400 happy=400 sad=400 angry=400 fear=400 disgust=400"
        + " surprise=400, 200",
    "savee, 480, 4, 4 male, neutral=120 happy=60 sad=60 angry=60 fear=60 disgust=60 surprise=60,"
        + " 120",
    "emodb, 535, 10, 5 female 5 male, neutral=79 happy=71 sad=62 angry=127 fear=69 disgust=46"
        + " boredom=81, 10"
  })
  void isRecognisedAndHoldsTheOfficialCounts(
      String id, int clips, int speakers, String sexes, String emotions, int sentences)
      throws CorpusException {
    Path root = corpora.resolve(id);
    CorpusReader reader = Corpora.recognise(root).orElseThrow();
    assertThat(reader.id()).isEqualTo(id);
    Corpus corpus = reader.read(root);
    CorpusSummary summary = CorpusSummary.of(corpus);

    assertThat(corpus.rejected()).isEmpty();
    assertThat(summary.clips()).isEqualTo(clips);
    assertThat(summary.speakers()).hasSize(speakers);
    assertThat(summary.sentences()).hasSize(sentences);
    assertThat(
            summary.speakersBySex().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(" ")))
        .isEqualTo(sexes);
    assertThat(
            summary.emotions().entrySet().stream()
                .map(entry -> entry.getKey().id() + "=" + entry.getValue())
                .collect(Collectors.joining(" ")))
        .isEqualTo(emotions);
  }

  @Test
  void theFolderOfAllCorporaIsNone() {
    assertThat(Corpora.recognise(corpora)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ravdess, 1, 'speaker-independent, 0 speakers shared (20 in training, 4 in test), 2 sentences"
        + " shared'",
    "savee, 2, 'speaker-independent, 0 speakers shared (3 in training, 1 in test), 120 sentences"
        + " shared'",
    "emodb, 1, 'speaker-dependent, 10 speakers shared (10 in training, 10 in test), 10 sentences"
        + " shared'",
    "tess, 1, 'speaker-dependent, 2 speakers shared (2 in training, 2 in test), 195 sentences"
        + " shared'"
  })
  void publishedListsFitTheClips(String id, int fold, String words) throws CorpusException {
    List<Utterance> clips = Corpora.byId(id).read(corpora.resolve(id)).utterances();
    Path csv = corpora.resolve("splits/emobox-" + id + ".csv");
    assertThat(Files.exists(csv)).isTrue();

    Split split = Splits.fixed(clips, csv, fold, new Validation.None());

    assertThat(split.description())
        .isEqualTo("fixed emobox-" + id + " fold " + fold + "; no validation");
    assertThat(split.train().size() + split.test().size()).isEqualTo(clips.size());
    assertThat(split.overlap().words()).isEqualTo(words);
  }

  @Test
  void ravdessFoldsTestTheActorsThatTheListPublishes() throws CorpusException {
    List<Utterance> clips = Corpora.byId("ravdess").read(corpora.resolve("ravdess")).utterances();
    Path csv = corpora.resolve("splits/emobox-ravdess.csv");
    assertThat(FoldList.read(csv).folds()).containsExactly(1, 2, 3, 4, 5, 6);
    Split split = Splits.fixed(clips, csv, 1, new Validation.Speakers(0.2, 1));

    assertThat(Speaker.names(split.test()))
        .containsExactly("ravdess:01", "ravdess:11", "ravdess:20", "ravdess:21");
    assertThat(Speaker.of(split.validation())).hasSize(4);
    assertThat(Speaker.of(split.validation()).stream().filter(s -> s.sex().equals("male")))
        .hasSize(2);
  }

  @Test
  void listenersHearInCremadWhatIsKnownFromTheFullSet() throws CorpusException {
    Path root = corpora.resolve("cremad");
    CrowdVotes votes = CrowdVotes.find(root).orElseThrow();
    // All 91 actors have votes, 79 of them have recordings here. Over the full set the majority is
    // right in 44.6 % (UAR 45.9 %), a tie of n counting 1/n.
    assertThat(votes.size()).isEqualTo(7442);
    CrowdVotes.Human full = votes.human();
    assertThat(full.clips()).isEqualTo(7442);
    assertThat(full.ties()).isEqualTo(644);
    assertThat(full.accuracy()).isCloseTo(0.44620, within(5e-5));
    assertThat(full.uar()).isCloseTo(0.45875, within(5e-5));
    assertThat(full.singleVote()).isCloseTo(0.40003, within(5e-5));

    CrowdVotes.Human human = votes.human(Corpora.byId("cremad").read(root).utterances());

    assertThat(human.clips()).isEqualTo(6458);
    assertThat(human.withoutVotes()).isZero();
    assertThat(human.ties()).isEqualTo(563);
    assertThat(human.accuracy()).isCloseTo(0.45119, within(5e-5));
    assertThat(human.uar()).isCloseTo(0.46366, within(5e-5));
    assertThat(human.singleVote()).isCloseTo(0.40291, within(5e-5));
  }

  @Test
  void publishedSpeakerFoldsFitTheClips() throws CorpusException {
    List<Utterance> clips = Corpora.byId("ravdess").read(corpora.resolve("ravdess")).utterances();
    PublishedFolds folds = PublishedFolds.of("ravdess-reslstm");
    int tested = 0;
    for (int fold = 1; fold <= 5; fold++) {
      Split split = Splits.published(clips, folds, fold, new Validation.None());
      assertThat(split.overlap().speakerIndependent()).isTrue();
      assertThat(Speaker.of(split.validation())).hasSize(2);
      tested += split.test().size();
    }
    assertThat(tested).isEqualTo(1440);
  }
}
