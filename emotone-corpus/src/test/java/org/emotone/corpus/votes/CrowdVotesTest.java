package org.emotone.corpus.votes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.emotone.corpus.Clips;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Folder;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.reader.Corpora;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrowdVotesTest {

  private final Path root;

  CrowdVotesTest(@TempDir Path root) {
    this.root = root;
  }

  private CrowdVotes votes() throws CorpusException {
    Folder.text(
        root.resolve("processedResults/tabulatedVotes.csv"),
        """
        "","A","D","F","H","N","S","fileName","numResponses"
        "100001",0,0,0,1,3,0,"1001_IEO_NEU_XX",4
        "100002",2,0,0,2,0,0,"1001_IEO_HAP_LO",4
        "100003",0,3,0,0,0,1,"1001_IEO_ANG_HI",4
        "200001",4,0,0,0,0,0,"1001_IEO_NEU_XX",4
        """);
    return CrowdVotes.find(root).orElseThrow();
  }

  private List<Utterance> clips(String... names) throws CorpusException {
    for (String name : names) {
      Folder.with(root, "AudioWAV/" + name + ".wav");
    }
    return Corpora.byId("cremad").read(root).utterances();
  }

  @Test
  void votesOnTheVoiceAloneAreSoftLabels() throws CorpusException {
    Utterance neutral = clips("1001_IEO_NEU_XX").get(0);
    assertThat(votes().shares(neutral))
        .containsEntry(Emotion.NEUTRAL, 0.75)
        .containsEntry(Emotion.HAPPY, 0.25)
        .containsEntry(Emotion.ANGRY, 0.0);
    assertThat(votes().targets(neutral, LabelScheme.of("emotions4")).orElseThrow())
        .containsExactly(0, 0.25, 0.75, 0);
    assertThat(votes().targets(neutral, LabelScheme.of("valence3")).orElseThrow())
        .containsExactly(0.25, 0, 0.75);
    assertThat(votes().targets(neutral, LabelScheme.of("sex"))).isEmpty();
  }

  @Test
  void tieOfTwoCountsAsHalf() throws CorpusException {
    List<Utterance> clips =
        clips("1001_IEO_NEU_XX", "1001_IEO_HAP_LO", "1001_IEO_ANG_HI", "1002_IEO_ANG_HI");
    CrowdVotes.Human human = votes().human(clips);
    assertThat(human.clips()).isEqualTo(3);
    assertThat(human.withoutVotes()).isEqualTo(1);
    assertThat(human.ties()).isEqualTo(1);
    assertThat(human.accuracy()).isCloseTo(0.5, within(1e-9));
    assertThat(human.uar()).isCloseTo(0.5, within(1e-9));
    assertThat(human.recall())
        .isEqualTo(Map.of(Emotion.NEUTRAL, 1.0, Emotion.HAPPY, 0.5, Emotion.ANGRY, 0.0));
    assertThat(human.singleVote()).isCloseTo(5.0 / 12, within(1e-9));
    assertThat(human.words())
        .isEqualTo(
            "majority of the listeners, voice only: accuracy 50.0 %, UAR 50.0 % (3 clips, 1 with"
                + " ties, which count in part); single votes 41.7 %");
  }

  @Test
  void allVotesCountWithoutAnyRecording() throws CorpusException {
    CrowdVotes.Human human = votes().human();
    assertThat(human.clips()).isEqualTo(3);
    assertThat(human.accuracy()).isCloseTo(0.5, within(1e-9));
    assertThat(human.recall())
        .isEqualTo(Map.of(Emotion.NEUTRAL, 1.0, Emotion.HAPPY, 0.5, Emotion.ANGRY, 0.0));
  }

  @Test
  void votesOnAnythingElseThanCremadAreAnErrorWithTheLine() {
    Path file =
        Folder.text(
            root.resolve("tabulatedVotes.csv"),
            "\"\",A,D,F,H,N,S,fileName\n100001,1,0,0,1,3,0,OAF_back_fear\n");
    assertThatThrownBy(() -> CrowdVotes.read(file))
        .hasMessage(
            file
                + ":2: fileName is 'OAF_back_fear'; expected a clip of CREMA-D such as"
                + " 1001_IEO_ANG_HI");
  }

  @Test
  void clipsOfOtherCorporaHaveNoVotes() throws CorpusException {
    CrowdVotes votes = votes();
    List<Utterance> clips = Clips.corpus("tess", 2, 1);
    assertThat(votes.shares(clips.get(0))).isEmpty();
    assertThat(votes.majority(clips.get(0))).isEmpty();
    assertThatThrownBy(() -> votes.human(clips)).hasMessage("none of the 6 clips has votes");
    assertThat(CrowdVotes.find(root.resolve("processedResults"))).isPresent();
  }

  @Test
  void damagedVotesAreAnErrorWithTheLine() {
    Path file =
        Folder.text(
            root.resolve("tabulatedVotes.csv"),
            "\"\",A,D,F,H,N,S,fileName\n100001,x,0,0,1,3,0,1001_IEO_NEU_XX\n");
    assertThatThrownBy(() -> CrowdVotes.read(file))
        .hasMessage(file + ":2: A is 'x'; expected a whole number from 0 to 1000000");
    Path other = Folder.text(root.resolve("other.csv"), "\"\",fileName\n200001,1001_IEO_NEU_XX\n");
    assertThatThrownBy(() -> CrowdVotes.read(other))
        .hasMessageEndingWith("expected rows whose first column begins with 1");
  }
}
