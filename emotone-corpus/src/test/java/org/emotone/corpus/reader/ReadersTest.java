package org.emotone.corpus.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Folder;
import org.emotone.corpus.Rejected;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersTest {

  private final Path root;

  ReadersTest(@TempDir Path root) {
    this.root = root;
  }

  private Corpus read(String id, String... files) throws CorpusException {
    return Corpora.byId(id).read(Folder.with(root, files));
  }

  private Utterance one(String id, String file) throws CorpusException {
    return read(id, file).utterances().get(0);
  }

  @Test
  void ravdessNameSaysEverything() throws CorpusException {
    assertThat(one("ravdess", "Actor_12/03-01-06-02-01-02-12.wav"))
        .isEqualTo(
            new Utterance(
                "ravdess",
                "03-01-06-02-01-02-12",
                root.resolve("Actor_12/03-01-06-02-01-02-12.wav"),
                "ravdess:12",
                Sex.FEMALE,
                null,
                "en",
                Emotion.FEAR,
                "fearful",
                "strong",
                "ravdess:01",
                2));
  }

  @Test
  void ravdessKeepsSpeechAndSongApartButNotTheirSpeakers() throws CorpusException {
    Corpus speech =
        read(
            "ravdess",
            "Audio_Speech_Actors_01-24/Actor_07/03-01-03-01-01-01-07.wav",
            "Audio_Song_Actors_01-24/Actor_07/03-02-03-01-01-01-07.wav");
    Corpus song = Corpora.byId("ravdess-song").read(root);

    assertThat(speech.utterances())
        .extracting(Utterance::id)
        .containsExactly("03-01-03-01-01-01-07");
    assertThat(song.utterances()).extracting(Utterance::id).containsExactly("03-02-03-01-01-01-07");
    assertThat(song.utterances().get(0).speaker()).isEqualTo(speech.utterances().get(0).speaker());
    assertThat(speech.rejected())
        .extracting(Rejected::kind, Rejected::reason)
        .containsExactly(tuple(Rejected.Kind.LEFT_OUT, "is song; read it as ravdess-song"));
  }

  @ParameterizedTest
  @CsvSource({
    "03-01-09-01-01-01-07, emotion 09 is not one of 01 to 08",
    "03-01-01-02-01-01-07, intensity 02 does not exist for neutral (01)",
    "03-01-03-03-01-01-07, intensity 03 is not one of 01 to 02",
    "03-01-03-01-00-01-07, statement 00 is not one of 01 to 02",
    "03-01-03-01-01-03-07, repetition 03 is not one of 01 to 02",
    "03-01-03-01-01-01-25, actor 25 is not one of 01 to 24",
    "04-01-03-01-01-01-07, modality 04 is not one of 01 to 03",
    "03-03-03-01-01-01-07, vocal channel 03 is not one of 01 to 02"
  })
  void ravdessCodesOutOfRangeAreReportedAndNotGuessed(String name, String reason)
      throws CorpusException {
    Corpus corpus = read("ravdess", "03-01-03-01-01-01-07.wav", name + ".wav");

    assertThat(corpus.utterances()).hasSize(1);
    assertThat(corpus.rejected())
        .containsExactly(new Rejected(root.resolve(name + ".wav"), Rejected.Kind.NAME, reason));
  }

  @Test
  void ravdessSongHasNoDisgustAndNoSurprise() throws CorpusException {
    Corpus corpus = read("ravdess-song", "03-02-06-01-01-01-01.wav", "03-02-07-01-01-01-01.wav");
    assertThat(corpus.rejected())
        .extracting(Rejected::reason)
        .containsExactly("emotion 07 does not exist for song (01 to 06)");
  }

  @Test
  void ravdessSoundOfVideosIsLeftOut() throws CorpusException {
    Corpus corpus = read("ravdess", "03-01-06-01-01-01-01.wav", "01-01-06-01-01-01-01.wav");
    assertThat(corpus.rejected())
        .extracting(Rejected::kind)
        .containsExactly(Rejected.Kind.LEFT_OUT);
  }

  @Test
  void cremadTakesAgeAndSexFromTheDemographicsWhereverTheyLieNearby() throws CorpusException {
    Folder.with(root, "CREMA-D/AudioWAV/1001_IEO_ANG_HI.wav");
    Folder.text(
        root.resolve("CREMA-D/VideoDemographics.csv"),
        """
        "ActorID","Age","Sex","Race","Ethnicity"\r
        1001,51,"Male","Caucasian","Not Hispanic"\r
        """);

    for (Path folder : List.of(root, root.resolve("CREMA-D"), root.resolve("CREMA-D/AudioWAV"))) {
      Utterance clip = Corpora.byId("cremad").read(folder).utterances().get(0);
      assertThat(clip.sex()).isEqualTo(Sex.MALE);
      assertThat(clip.age()).isEqualTo(51);
      assertThat(clip.speaker()).isEqualTo("cremad:1001");
      assertThat(clip.sentence()).isEqualTo("cremad:IEO");
      assertThat(clip.intensity()).isEqualTo("HI");
      assertThat(clip.nativeLabel()).isEqualTo("ANG");
      assertThat(clip.emotion()).isEqualTo(Emotion.ANGRY);
    }
  }

  @Test
  void cremadWithoutDemographicsSaysNothingOfAgeAndSex() throws CorpusException {
    Utterance clip = one("cremad", "1001_DFA_SAD_XX.wav");
    assertThat(clip.sex()).isNull();
    assertThat(clip.age()).isNull();
    assertThat(clip.intensity()).isNull();
  }

  @Test
  void cremadClipNamedWithOneXHasTheIdOfItsKind() throws CorpusException {
    assertThat(one("cremad", "1040_ITH_SAD_X.wav").id()).isEqualTo("1040_ITH_SAD_XX");
  }

  @ParameterizedTest
  @CsvSource({
    "1092_IEO_ANG_HI, actor 1092 is not one of 1001 to 1091",
    "1001_XYZ_ANG_HI, 'sentence ''XYZ'' is not one of DFA, IEO, IOM, ITH, ITS, IWL, IWW, MTI, TAI,"
        + " TIE, TSI, WSI'",
    "1001_IEO_JOY_HI, 'emotion ''JOY'' is not one of ANG, DIS, FEA, HAP, NEU, SAD'",
    "notes, 'the name is not of the form 1001_IEO_ANG_HI (actor, sentence, emotion, level)'"
  })
  void cremadNamesThatDoNotParseAreReported(String name, String reason) throws CorpusException {
    assertThat(read("cremad", "1001_IEO_ANG_HI.wav", name + ".wav").rejected())
        .containsExactly(new Rejected(root.resolve(name + ".wav"), Rejected.Kind.NAME, reason));
  }

  @ParameterizedTest
  @CsvSource({
    "'ActorID,Age,Sex\n1001,old,Male', '2: Age is ''old''; expected a whole number from 1 to 120'",
    "'ActorID,Age,Sex\n1001,30,x', '2: Sex is ''x''; expected one of Female, Male'",
    "'ActorID,Age\n1001,30', '1: no column ''Sex''; the header has [ActorID, Age]'",
    "'ActorID,Age,Sex\n1001,30', '2: has 2 fields, but the header has 3 (ActorID, Age, Sex)'",
    "'ActorID,Age,Sex\n1001,30,\"Male', '2: a quote is opened and not closed'"
  })
  void cremadDemographicsThatAreDamagedAreAnErrorWithTheLine(String csv, String message) {
    Folder.with(root, "1001_IEO_ANG_HI.wav");
    Path file = Folder.text(root.resolve("VideoDemographics.csv"), csv);
    assertThatThrownBy(() -> Corpora.byId("cremad").read(root))
        .isInstanceOf(CorpusException.class)
        .hasMessage(file + ":" + message);
  }

  @ParameterizedTest
  @CsvSource({
    "OAF_back_angry, OAF_back_angry, ANGRY, tess:OAF, 64",
    "YAF_date_ps, YAF_date_ps, SURPRISE, tess:YAF, 26",
    "OA_bite_neutral, OAF_bite_neutral, NEUTRAL, tess:OAF, 64",
    "289testOAF_such_fear7, OAF_such_fear, FEAR, tess:OAF, 64",
    "YAF_home_disgust (1), YAF_home_disgust, DISGUST, tess:YAF, 26",
    "12yaf_home_sad_2, YAF_home_sad, SAD, tess:YAF, 26"
  })
  void tessNamesAreReadWithTheirOddities(
      String name, String id, Emotion emotion, String speaker, int age) throws CorpusException {
    Utterance clip = one("tess", name + ".wav");
    assertThat(clip.id()).isEqualTo(id);
    assertThat(clip.emotion()).isEqualTo(emotion);
    assertThat(clip.speaker()).isEqualTo(speaker);
    assertThat(clip.age()).isEqualTo(age);
    assertThat(clip.sex()).isEqualTo(Sex.FEMALE);
    assertThat(clip.sentence()).isEqualTo("tess:" + id.replaceAll(".*_(.*)_.*", "$1"));
  }

  @Test
  void tessNestedInItselfCountsEachClipOnce() throws CorpusException {
    String top = "TESS Toronto emotional speech set data/";
    Corpus corpus =
        read(
            "tess",
            top + "OAF_Fear/OAF_back_fear.wav",
            top + "YAF_pleasant_surprised/YAF_back_ps.wav",
            top + top + "OAF_Fear/OAF_back_fear.wav",
            top + top + "YAF_pleasant_surprised/YAF_back_ps.wav");

    assertThat(corpus.utterances())
        .extracting(Utterance::path)
        .containsExactly(
            root.resolve(top + "OAF_Fear/OAF_back_fear.wav"),
            root.resolve(top + "YAF_pleasant_surprised/YAF_back_ps.wav"));
    assertThat(corpus.rejected()).extracting(Rejected::kind).containsOnly(Rejected.Kind.COPY);
    assertThat(corpus.rejected()).hasSize(2);
  }

  @Test
  void tessEmotionThatDoesNotExistIsReported() throws CorpusException {
    assertThat(read("tess", "OAF_back_fear.wav", "OAF_back_joy.wav").rejected())
        .extracting(Rejected::reason)
        .containsExactly(
            "emotion 'joy' is not one of angry, disgust, fear, happy, neutral, ps, sad");
  }

  @ParameterizedTest
  @CsvSource({
    "AudioData/DC/a01.wav, DC_a01, ANGRY",
    "DC_a01.wav, DC_a01, ANGRY",
    "JE/sa15.wav, JE_sa15, SAD",
    "JK_su03.wav, JK_su03, SURPRISE",
    "kl/N30.WAV, KL_n30, NEUTRAL"
  })
  void saveeIdsAreTheSameFlatAndInFolders(String file, String id, Emotion emotion)
      throws CorpusException {
    Utterance clip = one("savee", file);
    assertThat(clip.id()).isEqualTo(id);
    assertThat(clip.emotion()).isEqualTo(emotion);
    assertThat(clip.speaker()).isEqualTo("savee:" + id.substring(0, 2));
    assertThat(clip.sex()).isEqualTo(Sex.MALE);
  }

  @ParameterizedTest
  @CsvSource({
    "DC_a16.wav, sentence 16 is not one of 01 to 15",
    "DC_n31.wav, sentence 31 is not one of 01 to 30",
    "DC_x01.wav, 'emotion ''x'' is not one of a, d, f, h, n, sa, su'",
    "XX_a01.wav, 'speaker ''XX'' is not one of DC, JE, JK, KL'",
    "audio/a01.wav, the name is not of the form DC/a01 or DC_a01 (speaker; emotion; sentence)"
  })
  void saveeNamesThatDoNotParseAreReported(String file, String reason) throws CorpusException {
    assertThat(read("savee", "DC_a01.wav", file).rejected())
        .extracting(Rejected::reason)
        .containsExactly(reason.replace(";", ","));
  }

  @Test
  void emodbNameSaysEverything() throws CorpusException {
    Utterance clip = one("emodb", "wav/03b10Wc.wav");
    assertThat(clip.id()).isEqualTo("03b10Wc");
    assertThat(clip.speaker()).isEqualTo("emodb:03");
    assertThat(clip.sex()).isEqualTo(Sex.MALE);
    assertThat(clip.age()).isEqualTo(31);
    assertThat(clip.language()).isEqualTo("de");
    assertThat(clip.emotion()).isEqualTo(Emotion.ANGRY);
    assertThat(clip.sentence()).isEqualTo("emodb:b10");
    assertThat(clip.take()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"04a01Fa", "03a03Fa", "03a01Xa"})
  void emodbCodesThatDoNotExistAreReported(String name) throws CorpusException {
    assertThat(read("emodb", "03a01Fa.wav", name + ".wav").rejected())
        .singleElement()
        .satisfies(file -> assertThat(file.reason()).contains("is not one of"));
  }
}
