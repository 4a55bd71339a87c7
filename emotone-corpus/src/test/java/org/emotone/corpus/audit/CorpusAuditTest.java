package org.emotone.corpus.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotone.audio.Waveform;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Rejected;
import org.emotone.corpus.Segment;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.audit.Duplicate.Conflict;
import org.emotone.corpus.audit.UnusualSound.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusAuditTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void identicalAudioUnderTwoEmotionsIsAnError() throws IOException {
    write(Emotion.HAPPY, 1, 1, Voices.speech(1));
    write(Emotion.SAD, 1, 1, Voices.speech(1));
    write(Emotion.ANGRY, 1, 1, Voices.speech(2));

    AuditReport report = Planted.audit(folder);

    Duplicate found = only(report, Duplicate.class);
    assertThat(report.hasErrors()).isTrue();
    assertThat(found.severity()).isEqualTo(Severity.ERROR);
    assertThat(found.identical()).isTrue();
    assertThat(found.message())
        .isEqualTo(
            "one recording under different emotions: ravdess:03-01-03-01-01-01-01 (happy),"
                + " ravdess:03-01-04-01-01-01-01 (sad), identical");
    assertThat(found.files()).hasSize(2);
  }

  @Test
  void savingAgainWithAnotherGainRateCutOrNoiseHidesNothing() throws IOException {
    Waveform[] clips = new Waveform[4];
    for (int i = 0; i < clips.length; i++) {
      clips[i] = Voices.speech(10 + i);
      write(Emotion.HAPPY, 1, i + 1, clips[i]);
    }
    write(Emotion.SAD, 1, 1, Voices.gain(clips[0], 0.1));
    write(Emotion.SAD, 1, 2, Voices.rate(clips[1], 8_000));
    write(Emotion.SAD, 1, 3, Voices.cut(clips[2], 0.19, 0.27));
    write(Emotion.SAD, 1, 4, Voices.noise(clips[3], 40, 1));

    List<Duplicate> found = Planted.findings(Planted.audit(folder), Duplicate.class);

    assertThat(found).hasSize(4);
    assertThat(found).allMatch(duplicate -> duplicate.conflict() == Conflict.EMOTION);
    assertThat(found).noneMatch(Duplicate::identical);
    assertThat(found).allMatch(duplicate -> duplicate.bitError() < 0.15);
  }

  @Test
  void oneRecordingUnderTwoSpeakersIsAnErrorAndUnderOneLabelAWarning() throws IOException {
    write(Emotion.HAPPY, 1, 1, Voices.speech(1));
    write(Emotion.HAPPY, 1, 2, Voices.speech(1));
    write(Emotion.SAD, 1, 3, Voices.speech(2));
    write(Emotion.SAD, 2, 3, Voices.speech(2));

    List<Duplicate> found = Planted.findings(Planted.audit(folder), Duplicate.class);

    assertThat(found)
        .extracting(Duplicate::conflict)
        .containsExactly(Conflict.SPEAKER, Conflict.NONE);
    assertThat(found)
        .extracting(Duplicate::severity)
        .containsExactly(Severity.ERROR, Severity.WARNING);
  }

  @Test
  void duplicatesAreFoundAcrossCorpora() throws IOException {
    write(Emotion.HAPPY, 1, 1, Voices.speech(1));
    Path own = Planted.clip(folder.resolve("own"), "copy", Voices.gain(Voices.speech(1), 0.5));
    Corpus first = Planted.read(folder.resolve("clips"));
    Corpus second = Planted.own(folder, List.of(Planted.own(own, "a", Emotion.HAPPY)));

    AuditReport report =
        new CorpusAudit(AuditOptions.standard()).audit(List.of(first, second), (done, all) -> {});

    assertThat(only(report, Duplicate.class).conflict()).isEqualTo(Conflict.SPEAKER);
    assertThat(report.corpora())
        .extracting(AuditReport.Audited::id)
        .containsExactly("ravdess", "own");
  }

  @Test
  void filesThatCannotBeReadAreErrorsAndDoNotStopTheAudit() throws IOException {
    write(Emotion.HAPPY, 1, 1, Voices.speech(1));
    Path cut = write(Emotion.SAD, 1, 1, Voices.speech(2));
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 5000));

    AuditReport report = Planted.audit(folder);

    Unreadable found = only(report, Unreadable.class);
    assertThat(found.severity()).isEqualTo(Severity.ERROR);
    assertThat(found.file()).isEqualTo(cut);
    assertThat(found.message()).contains("ends after");
    assertThat(report.corpora().get(0).clips()).isEqualTo(2);
  }

  @Test
  void contentIsToldFromTheNameThatPromisesAnother() throws IOException {
    Path aiff = write(Emotion.HAPPY, 1, 1, Voices.speech(1));
    Files.write(aiff, "FORM\0\0\0\u0010AIFFCOMM".getBytes(StandardCharsets.ISO_8859_1));
    Path mp3 = write(Emotion.SAD, 1, 1, Voices.speech(1));
    Files.write(mp3, "ID3\u0004\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
    Path wav = write(Emotion.ANGRY, 1, 1, Voices.speech(1));
    Files.move(wav, wav.resolveSibling(Content.stem(wav) + ".flac"));

    List<Misnamed> found = Planted.findings(Planted.audit(folder), Misnamed.class);

    assertThat(found)
        .extracting(Misnamed::message)
        .containsExactlyInAnyOrder(
            aiff.getFileName() + ": holds AIFF, not what its name promises, and cannot be read",
            mp3.getFileName() + ": holds MP3, not what its name promises, and cannot be read",
            Content.stem(wav) + ".flac: holds WAV, not what its name promises");
  }

  @Test
  void silentClippedShortAndLongClipsAreListed() throws IOException {
    write(Emotion.HAPPY, 1, 1, Voices.speech(1));
    Path silent = write(Emotion.HAPPY, 2, 1, Voices.gain(Voices.speech(2), 0.001));
    Path clipped = write(Emotion.SAD, 1, 1, Voices.gain(Voices.speech(3), 100));
    Path brief = write(Emotion.SAD, 2, 1, Voices.speech(4, 0.45));
    Path endless = write(Emotion.ANGRY, 1, 1, Voices.speech(5, 21));

    List<UnusualSound> found = Planted.findings(Planted.audit(folder), UnusualSound.class);

    assertThat(found)
        .extracting(UnusualSound::kind, UnusualSound::files)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.SILENT, List.of(silent)),
            org.assertj.core.groups.Tuple.tuple(Kind.CLIPPED, List.of(clipped)),
            org.assertj.core.groups.Tuple.tuple(Kind.SHORT, List.of(brief)),
            org.assertj.core.groups.Tuple.tuple(Kind.LONG, List.of(endless)));
  }

  @Test
  void aClipWithAnotherSampleRateStandsOut() throws IOException {
    for (int actor = 1; actor <= 3; actor++) {
      write(Emotion.HAPPY, 1, actor, Voices.speech(actor));
    }
    Path other = write(Emotion.HAPPY, 1, 4, Voices.rate(Voices.speech(4), 48_000));

    MixedFormat found = only(Planted.audit(folder), MixedFormat.class);

    assertThat(found.files()).containsExactly(other);
    assertThat(found.message())
        .isEqualTo("ravdess: 1 clip unlike the others, which have 16000 Hz: 1 with 48000 Hz");
  }

  @Test
  void unevenLabelsAndSpeakersAreCounted() throws IOException {
    for (int take = 1; take <= 2; take++) {
      write(Emotion.HAPPY, take, 1, Voices.speech(take));
      write(Emotion.SAD, take, 1, Voices.speech(10 + take));
    }
    write(Emotion.HAPPY, 1, 2, Voices.speech(20));
    write(Emotion.HAPPY, 1, 4, Voices.speech(21));

    List<Imbalance> found = Planted.findings(Planted.audit(folder), Imbalance.class);

    assertThat(found)
        .extracting(Imbalance::message)
        .containsExactlyInAnyOrder(
            "ravdess: clips by emotion differ by a factor of 2.0: happy 4, sad 2",
            "ravdess: clips by speaker differ by a factor of 4.0: ravdess:01 4, ravdess:02 1, ravdess:04 1",
            "ravdess: clips by sex differ by a factor of 2.0: female 2, male 4");
  }

  @Test
  void rejectedFilesAreListedWithTheirReason() throws IOException {
    for (int actor = 1; actor <= 4; actor++) {
      write(Emotion.HAPPY, 1, actor, Voices.speech(actor));
    }
    Planted.clip(folder.resolve("clips"), "noise", Voices.speech(9));

    RejectedFiles found = only(Planted.audit(folder), RejectedFiles.class);

    assertThat(found.kind()).isEqualTo(Rejected.Kind.NAME);
    assertThat(found.severity()).isEqualTo(Severity.WARNING);
    assertThat(found.message()).contains("noise.wav").contains("is not of the form");
  }

  @Test
  void aNameThatBreaksTheRuleOfItsCorpusIsRemarked() throws IOException {
    List<Utterance> clips = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      clips.add(
          Planted.own(
              Planted.clip(folder.resolve("own"), "c" + i, Voices.speech(i, 0.6)),
              "a",
              Emotion.HAPPY));
    }
    Utterance last = clips.get(29);
    clips.set(29, renamed(last, "proper"));

    AuditReport report =
        new CorpusAudit(AuditOptions.standard())
            .audit(List.of(Planted.own(folder, clips)), (done, all) -> {});

    OddNames found = only(report, OddNames.class);
    assertThat(found.message()).isEqualTo("own: 1 name odd: read as proper");
    assertThat(found.files()).containsExactly(last.path());
  }

  @Test
  void goodClipsGiveNoErrors() throws IOException {
    for (int actor = 1; actor <= 4; actor++) {
      write(Emotion.HAPPY, 1, actor, Voices.speech(actor));
      write(Emotion.SAD, 1, actor, Voices.speech(100 + actor));
    }
    AuditReport report = Planted.audit(folder);
    assertThat(report.findings()).isEmpty();
    assertThat(report.hasErrors()).isFalse();
  }

  @Test
  void segmentsOfOneFileAreClipsOfTheirOwn() throws IOException {
    Path file = Planted.clip(folder.resolve("own"), "long", Voices.speech(1, 6));
    Path copy =
        Planted.clip(folder.resolve("own"), "copy", Voices.cut(Voices.speech(1, 6), 3.003, 1));
    List<Utterance> clips =
        List.of(
            segment(file, "first", new Segment(0.5, 2.5)),
            segment(file, "second", new Segment(3, 5)),
            segment(file, "late", new Segment(7, 8)),
            Planted.own(copy, "a", Emotion.SAD));

    AuditReport report =
        new CorpusAudit(AuditOptions.standard().withCache(folder.resolve("cache")))
            .audit(List.of(Planted.own(folder, clips)), (done, all) -> {});

    assertThat(only(report, Duplicate.class).clips())
        .extracting(ClipRef::name)
        .containsExactly("own:second", "own:copy");
    assertThat(only(report, Unreadable.class).message())
        .endsWith("the segment begins at 7.0 s, but the recording has only 6.0 s");
  }

  private static Utterance segment(Path file, String id, Segment segment) {
    Utterance whole = renamed(Planted.own(file, "a", Emotion.HAPPY), id);
    return new Utterance(
        whole.corpus(),
        whole.id(),
        whole.path(),
        whole.speaker(),
        whole.sex(),
        whole.age(),
        whole.language(),
        whole.emotion(),
        whole.nativeLabel(),
        whole.intensity(),
        whole.sentence(),
        whole.take(),
        segment);
  }

  private static Utterance renamed(Utterance clip, String id) {
    return new Utterance(
        clip.corpus(),
        id,
        clip.path(),
        clip.speaker(),
        clip.sex(),
        clip.age(),
        clip.language(),
        clip.emotion(),
        clip.nativeLabel(),
        clip.intensity(),
        clip.sentence(),
        clip.take());
  }

  private Path write(Emotion emotion, int take, int actor, Waveform sound) throws IOException {
    return Planted.clip(folder.resolve("clips"), Planted.ravdess(emotion, take, actor), sound);
  }

  private static <T extends Finding> T only(AuditReport report, Class<T> kind) {
    List<T> found = Planted.findings(report, kind);
    assertThat(found).as(report.findings().toString()).hasSize(1);
    return found.get(0);
  }
}
