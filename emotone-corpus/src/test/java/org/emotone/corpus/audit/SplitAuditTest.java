package org.emotone.corpus.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.audit.SharedRecording.Evidence;
import org.emotone.corpus.split.Protocol;
import org.emotone.corpus.split.Split;
import org.emotone.corpus.split.Splits;
import org.emotone.corpus.split.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitAuditTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void aRandomSplitFailsForTheSpeakersThatItShares() throws IOException {
    Corpus corpus = fourActors();
    Split split = Splits.random(corpus.utterances(), 0.5, new Validation.None(), 1);

    AuditReport report = audit(corpus, split);

    SharedSpeakers found = Planted.findings(report, SharedSpeakers.class).get(0);
    assertThat(report.hasErrors()).isTrue();
    assertThat(report.findings().get(0)).isEqualTo(found);
    assertThat(found.speakers()).hasSize(split.overlap().speakers());
    assertThat(found.files()).hasSize(2 * found.speakers().size());
    assertThat(report.split()).isNotNull();
    assertThat(new AuditText(3).write(report)).contains(split.overlap().words());
  }

  @Test
  void aSplitBySpeakersPasses() throws IOException {
    Corpus corpus = fourActors();
    Split split =
        Splits.leaveOneSpeakerOut(
            corpus.utterances(), "ravdess:02", new Validation.SpeakerCount(1, 1));
    AuditReport report = audit(corpus, split);
    assertThat(report.hasErrors()).isFalse();
    assertThat(report.count(Severity.WARNING)).isZero();
  }

  @Test
  void aRecordingOnBothSidesIsFoundWhateverItsNameAndSpeaker() throws IOException {
    Path train = Planted.clip(folder, "a", Voices.speech(1));
    Path test = Planted.clip(folder, "b", Voices.rate(Voices.speech(1), 22_050));
    Utterance learned = Planted.own(train, "anna", Emotion.HAPPY);
    Utterance tested = Planted.own(test, "bea", Emotion.HAPPY);
    Corpus corpus = Planted.own(folder, List.of(learned, tested));

    AuditReport report = audit(corpus, split(List.of(learned), List.of(), List.of(tested)));

    SharedRecording found = Planted.findings(report, SharedRecording.class).get(0);
    assertThat(found.severity()).isEqualTo(Severity.ERROR);
    assertThat(found.evidence()).isEqualTo(Evidence.SOUND);
    assertThat(found.message())
        .isEqualTo("one recording on both sides: own:a (happy) in training, own:b (happy) in test");
  }

  @Test
  void anAugmentedCopyOnTheWrongSideIsFoundByItsName() throws IOException {
    Utterance copy = own("clip_pitch", 1);
    Utterance original = own("clip", 2);
    Corpus corpus = Planted.own(folder, List.of(original, copy));

    AuditReport report = audit(corpus, split(List.of(copy), List.of(), List.of(original)));

    SharedRecording found = Planted.findings(report, SharedRecording.class).get(0);
    assertThat(found.severity()).isEqualTo(Severity.ERROR);
    assertThat(found.evidence()).isEqualTo(Evidence.AUGMENTED_NAME);
    assertThat(Planted.findings(report, AugmentedCopies.class)).hasSize(1);
  }

  @Test
  void validationThatSharesWithTrainingIsAWarning() throws IOException {
    Utterance train = own("clip", 1);
    Utterance validation = own("clip_noise", 1);
    Corpus corpus = Planted.own(folder, List.of(train, validation));

    AuditReport report = audit(corpus, split(List.of(train), List.of(validation), List.of()));

    assertThat(report.hasErrors()).isFalse();
    assertThat(Planted.findings(report, SharedSpeakers.class))
        .extracting(SharedSpeakers::severity)
        .containsExactly(Severity.WARNING);
    assertThat(Planted.findings(report, SharedRecording.class))
        .extracting(SharedRecording::evidence)
        .containsExactly(Evidence.SOUND, Evidence.AUGMENTED_NAME);
  }

  @Test
  void aClipThatIsListedOnBothSidesIsFound() throws IOException {
    Utterance clip = own("clip", 1);
    Corpus corpus = Planted.own(folder, List.of(clip));
    AuditReport report = audit(corpus, split(List.of(clip), List.of(), List.of(clip)));
    assertThat(Planted.findings(report, SharedRecording.class))
        .extracting(SharedRecording::evidence)
        .containsExactly(Evidence.SAME_CLIP);
  }

  private Utterance own(String name, long sound) throws IOException {
    return Planted.own(Planted.clip(folder, name, Voices.speech(sound)), "anna", Emotion.HAPPY);
  }

  private Corpus fourActors() throws IOException {
    for (int actor = 1; actor <= 4; actor++) {
      for (int take = 1; take <= 2; take++) {
        int sound = 10 * actor + take;
        Planted.clip(folder, Planted.ravdess(Emotion.HAPPY, take, actor), Voices.speech(sound));
        Planted.clip(folder, Planted.ravdess(Emotion.SAD, take, actor), Voices.speech(-sound));
      }
    }
    return Planted.read(folder);
  }

  private static Split split(
      List<Utterance> train, List<Utterance> validation, List<Utterance> test) {
    return new Split(Protocol.RANDOM, "by hand", train, validation, new ArrayList<>(test));
  }

  private static AuditReport audit(Corpus corpus, Split split) throws IOException {
    return new CorpusAudit(AuditOptions.standard())
        .audit(List.of(corpus), split, (done, all) -> {});
  }
}
