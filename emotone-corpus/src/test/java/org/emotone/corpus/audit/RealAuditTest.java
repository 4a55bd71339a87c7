package org.emotone.corpus.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.reader.Corpora;
import org.emotone.corpus.split.Split;
import org.emotone.corpus.split.Splits;
import org.emotone.corpus.split.Validation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is wrong with the published corpora, and that nothing else is taken for wrong. */
@Tag("corpora")
class RealAuditTest {

  private static Path corpora = Path.of("");

  @BeforeAll
  static void find() {
    String folder = System.getenv("EMOTONE_CORPORA");
    assertThat(folder)
        .as("environment variable EMOTONE_CORPORA: the folder that holds ravdess, cremad, ...")
        .isNotNull();
    corpora = Path.of(folder);
  }

  /**
   * The first three are known (identical files); the others are in no list, but their waveforms
   * correlate by 0.84 or more: one recording, cut or processed in two ways.
   */
  @Test
  void cremadHasOneRecordingUnderSeveralNames() throws IOException {
    Corpus actors =
        part("cremad", clip -> clip.speaker().matches("cremad:10(06|13|17|20|28|45|56|67|72|76)"));

    AuditReport report = audit(actors);

    List<Duplicate> found = Planted.findings(report, Duplicate.class);
    assertThat(found)
        .extracting(RealAuditTest::words)
        .containsExactlyInAnyOrder(
            "emotion 1006_TIE_HAP_XX 1006_TIE_NEU_XX",
            "emotion 1013_WSI_DIS_XX 1013_WSI_SAD_XX",
            "emotion 1017_IWW_ANG_XX 1017_IWW_FEA_XX",
            "emotion 1017_IWL_ANG_XX 1017_IWL_FEA_XX",
            "emotion 1067_IEO_DIS_LO 1067_IEO_FEA_LO",
            "emotion 1072_IEO_ANG_LO 1072_IEO_ANG_MD 1072_IEO_DIS_MD",
            "sentence 1045_ITH_DIS_XX 1045_IWL_DIS_XX",
            "sentence 1056_MTI_ANG_XX 1056_TAI_ANG_XX",
            "intensity 1020_IEO_ANG_LO 1020_IEO_ANG_MD",
            "intensity 1028_IEO_HAP_LO 1028_IEO_HAP_MD");
    assertThat(found.stream().filter(Duplicate::identical)).hasSize(3);
    assertThat(Planted.findings(report, UnusualSound.class))
        .filteredOn(sound -> sound.kind() == UnusualSound.Kind.SILENT)
        .flatExtracting(UnusualSound::files)
        .extracting(Content::stem)
        .containsExactly("1076_MTI_SAD_XX");
  }

  private static String words(Duplicate duplicate) {
    return duplicate.conflict().id()
        + duplicate.clips().stream()
            .map(clip -> clip.name().replace("cremad:", " "))
            .collect(Collectors.joining());
  }

  @Test
  void ravdessHasOneRecordingTwiceAndARandomSplitSharesItsSpeakers() throws IOException {
    Corpus ravdess = part("ravdess", clip -> true);
    Split split = Splits.random(ravdess.utterances(), 0.2, new Validation.None(), 1);

    AuditReport report =
        new CorpusAudit(AuditOptions.standard()).audit(List.of(ravdess), split, (done, all) -> {});

    assertThat(report.hasErrors()).isTrue();
    assertThat(Planted.findings(report, SharedSpeakers.class).get(0).speakers()).hasSize(24);
    assertThat(Planted.findings(report, Duplicate.class))
        .extracting(duplicate -> duplicate.clips().stream().map(ClipRef::name).toList())
        .containsExactly(List.of("ravdess:03-01-03-01-02-01-07", "ravdess:03-01-03-01-02-02-07"));
  }

  @Test
  void onePhraseInOneMoodIsNoDuplicateAndTheOddNameIsRemarked() throws IOException {
    Corpus words = part("tess", clip -> clip.id().matches(".AF_b.*"));

    AuditReport report = audit(words);

    assertThat(Planted.findings(report, Duplicate.class)).isEmpty();
    assertThat(Planted.findings(report, OddNames.class))
        .extracting(OddNames::ids)
        .containsExactly(List.of("OAF_bite_neutral"));
  }

  @Test
  void copiesOfRealClipsAreFound() throws IOException {
    List<UnaryOperator<Waveform>> copies =
        List.of(
            clip -> Voices.gain(clip, 0.1),
            clip -> Voices.rate(clip, 8_000),
            clip -> Voices.cut(clip, 0.4137, 0.2),
            clip -> Voices.noise(clip, 40, 1));
    List<Utterance> clips =
        part("emodb", clip -> clip.speaker().matches("emodb:0[38]")).utterances();
    List<Fingerprint> prints = new ArrayList<>();
    for (Utterance clip : clips) {
      prints.add(Fingerprinter.of(Audio.read(clip.path())));
    }
    for (int i = 0; i < clips.size(); i++) {
      Waveform clip = Audio.read(clips.get(i).path());
      prints.add(Fingerprinter.of(copies.get(i % copies.size()).apply(clip)));
    }

    List<Duplicates.Pair> pairs = Duplicates.near(prints);

    assertThat(pairs)
        .extracting(pair -> pair.second() - pair.first())
        .containsOnly(clips.size())
        .hasSize(clips.size());
    assertThat(pairs).allMatch(pair -> pair.bitError() < 0.15);
  }

  private static AuditReport audit(Corpus corpus) throws IOException {
    return new CorpusAudit(AuditOptions.standard()).audit(List.of(corpus), (done, all) -> {});
  }

  private static Corpus part(String id, Predicate<Utterance> clips) throws CorpusException {
    Corpus all = Corpora.byId(id).read(corpora.resolve(id));
    return new Corpus(
        all.id(),
        all.title(),
        all.licence(),
        all.root(),
        all.utterances().stream().filter(clips).toList(),
        all.rejected());
  }
}
