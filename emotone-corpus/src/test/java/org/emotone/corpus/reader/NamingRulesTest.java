package org.emotone.corpus.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Objects;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.CorpusReader;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Folder;
import org.emotone.corpus.Rejected;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingRulesTest {

  private final Path root;

  NamingRulesTest(@TempDir Path root) {
    this.root = root;
  }

  private Corpus read(String id, String... files) throws CorpusException {
    return Corpora.byId(id).read(Folder.with(root, files));
  }

  private Corpus readWithLists(String id, String... files) throws CorpusException {
    Releases.lists(id).forEach((path, text) -> Folder.text(root.resolve(path), text));
    return read(id, files);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "shemo | female/F01A02 | F01A02 | F01 | female | - | fa | ANGRY | A | - | - | -",
        "shemo | m56w10 | M56W10 | M56 | male | - | fa | SURPRISE | W | - | - | -",
        "emovo | f2/gio-f2-b2 | gio-f2-b2 | f2 | female | - | it | HAPPY | gio | - | b2 | -",
        "emovo | PAU-M3-N5 | pau-m3-n5 | m3 | male | - | it | FEAR | pau | - | n5 | -",
        "urdu | Angry/SM1_F10_A010 | SM1_F10_A010 | SM1 | male | - | ur | ANGRY | A | - | - | -",
        "cafe | Joie/Fort/02-J-2-6 | 02-J-2-6 | 02 | female | - | fr | HAPPY | J | strong | 6 | -",
        "cafe | Neutre/01-N-1-1 | 01-N-1-1 | 01 | male | - | fr | NEUTRAL | N | - | 1 | -",
        "subesco | F_01_OISHI_S_10_HAPPY_2 | F_01_OISHI_S_10_HAPPY_2 | F01 | female | - | bn | HAPPY |"
            + " HAPPY | - | 10 | 2",
        "aesdd | anger/a06 (5)b | a06 (5)b | 5 | - | - | el | ANGRY | a | - | 06 | 2",
        "aesdd | fear/f10 (01) | f10 (01) | 1 | - | - | el | FEAR | f | - | 10 | -",
        "mesd | Anger_F_B_ofensa | Anger_F_B_ofensa | F | female | - | es | ANGRY | Anger | - |"
            + " ofensa | -",
        "mesd | Sadness_C_A_basta_ya | Sadness_C_A_basta_ya | C | - | - | es | SAD | Sadness | - |"
            + " basta_ya | -",
        "oreau | f/sessj/29a13Ja | 29a13Ja | 29 | female | - | fr | HAPPY | J | - | a13 | 1",
        "oreau | 07a02Db | 07a02Db | 07 | - | - | fr | DISGUST | D | - | a02 | 2",
        "enterface | subject 1/anger/sentence 1/s1_an_1 | s1_an_1 | 1 | - | - | en | ANGRY | an | - |"
            + " an1 | -",
        "enterface | subject 11/fear/sentence 2/s12_fe_2 | s11_fe_2 | 11 | - | - | en | FEAR | fe | -"
            + " | fe2 | -",
        "enterface | s_3_su_3 | s3_su_3 | 3 | - | - | en | SURPRISE | su | - | su3 | -",
        "enterface | s16_su_3avi | s16_su_3 | 16 | - | - | en | SURPRISE | su | - | su3 | -",
        "esd | 0011/Angry/0011_000352 | 0011_000352 | 0011 | male | - | en | ANGRY | Angry | - | en-2"
            + " | -",
        "esd | 0001/Sad/train/0001_001051 | 0001_001051 | 0001 | female | - | zh | SAD | Sad | - |"
            + " zh-1 | -",
        "esd | 0019_000350 | 0019_000350 | 0019 | - | - | en | NEUTRAL | Neutral | - | en-350 | -",
        "casia | ZhaoQuanyin/fear/201 | 201-ZhaoQuanyin-fear | ZhaoQuanyin | - | - | zh | FEAR | fear"
            + " | - | 201 | -",
        "emovdb | sam_Amused/amused_1-28_0023 | sam_amused_1-28_0023 | sam | male | - | en | OTHER |"
            + " amused | - | 0023 | -",
        "emovdb | bea/Angry/anger_141_168_0154 | bea_anger_141_168_0154 | bea | female | - | en |"
            + " ANGRY | anger | - | 0154 | -",
        "jl | male1_excited_10a_2 | male1_excited_10a_2 | male1 | male | - | en | HAPPY | excited | -"
            + " | 10a | 2",
        "jl | female2_anxious_3b_1 | female2_anxious_3b_1 | female2 | female | - | en | OTHER |"
            + " anxious | - | 3b | 1",
        "polish | m3.s_trzymaj_5 | m3.s_trzymaj_5 | m3 | male | - | pl | FEAR | s | - | trzymaj | 5",
        "nemo | samples/WR0_surprised_64 | WR0_surprised_64 | WR0 | - | - | pl | SURPRISE | surprised"
            + " | - | 64 | -",
        "turev | Calm/1358_sk_beste | 1358_sk_beste | 1358 | - | - | tr | CALM | sk | - | beste | -",
        "ased | S5-03-01-02-50 | s5-03-01-02-50 | 50 | male | - | am | SAD | s | - | 03 | 1",
        "baved | 2/56-f-40-3-2-884 | 56-f-40-3-2-884 | 56 | female | 40 | ar | OTHER | level 2 | high"
            + " | 3 | -",
        "baved | 53-m-30-0-0-1 | 53-m-30-0-0-1 | 46 | male | 30 | ar | OTHER | level 0 | low | 0 | -",
        "resd | test/27_neutral_fear_n_100 | 27_neutral_fear_n_100 | unknown | - | - | ru | NEUTRAL |"
            + " neutral | - | - | -",
        "resd | 06_happiness_enthusiasm e_010 | 06_happiness_enthusiasm e_010 | unknown | - | - | ru |"
            + " OTHER | enthusiasm | - | - | -",
        "emospeech | no-safe-fearful-1615-ab | no-safe-fearful-1615-ab | unknown | - | - | und | FEAR"
            + " | fearful | - | - | -",
        "asvpesd | 03-01-05-02-12-77-02-01 | 03-01-05-02-12-77-02-01 | 77 | female | - | und | ANGRY |"
            + " angry | high | - | -"
      })
  void nameSaysEverything(
      String corpus,
      String file,
      String id,
      String speaker,
      String sex,
      Integer age,
      String language,
      Emotion emotion,
      String label,
      String intensity,
      String sentence,
      Integer take)
      throws CorpusException {
    assertThat(read(corpus, file + ".wav").utterances())
        .containsExactly(
            new Utterance(
                corpus,
                id,
                root.resolve(file + ".wav"),
                corpus + ":" + speaker,
                sex == null ? null : sex.equals("female") ? Sex.FEMALE : Sex.MALE,
                age,
                language,
                emotion,
                label,
                intensity,
                sentence == null ? null : corpus + ":" + sentence,
                take));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shemo | F01A01 | F01X01 | emotion 'X' is not one of A, F, H, N, S, W",
        "emovo | gio-f1-b1 | gio-f4-b1 | speaker 'f4' is not one of f1, f2, f3, m1, m2, m3",
        "cafe | 01-C-1-1 | 13-C-1-1 | actor 13 is not one of 01 to 12",
        "cafe | 01-C-1-1 | 01-C-3-1 | intensity 3 is not one of 1 to 2",
        "enterface | s1_an_1 | s45_an_1 | speaker 45 is not one of 01 to 44",
        "esd | 0001_000001 | Sad/0001_000002 | number 000002 is among those of Neutral, but the"
            + " folder says Sad",
        "casia | wangzhe/angry/201 | 202 | the name is not of the form wangzhe/angry/201 (speaker,"
            + " emotion, sentence)",
        "emovdb | sam_Amused/amused_1-28_0001 | amused_1-28_0002 | the name is not of the form"
            + " sam_Amused/amused_1-28_0023 (speaker, emotion, range, sentence)",
        "turev | 1358_sk_beste | 1359_sk_beste | speaker '1359' is not one of 1157, 1234, 1358, 1984,"
            + " 6783, 7895",
        "ased | a5-03-01-02-50 | a5-03-01-03-50 | sex '03' is not one of 01, 02",
        "resd | 27_neutral_fear_n_1 | 27_neutral_fear_a_1 | emotion 'a' is neither neutral nor fear,"
            + " the emotions of the dialogue"
      })
  void whatTheRuleDoesNotHoldIsReported(String id, String good, String bad, String reason)
      throws CorpusException {
    assertThat(read(id, good + ".wav", bad + ".wav").rejected())
        .containsExactly(new Rejected(root.resolve(bad + ".wav"), Rejected.Kind.NAME, reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "emospeech | no-safe-calm-1-a | no-safe-None-1-b | has no emotion (None)",
        "asvpesd | 03-01-05-02-12-77-02-01 | 03-02-05-02-12-77-02-01 | is a sound without speech"
            + " (channel 02)"
      })
  void whatIsNoEmotionalSpeechIsLeftOut(String id, String good, String bad, String reason)
      throws CorpusException {
    assertThat(read(id, good + ".wav", bad + ".wav").rejected())
        .containsExactly(new Rejected(root.resolve(bad + ".wav"), Rejected.Kind.LEFT_OUT, reason));
  }

  @Test
  void nemoTakesSexAndAgeFromItsList() throws CorpusException {
    Folder.text(
        root.resolve("nEMO/data.tsv"),
        """
        file_id\temotion\traw_text\tnormalized_text\tspeaker_id\tgender\tage
        WR0_anger_1.wav\tanger\t"Tak, 'mówi"\ttak mowi\tWR0\tfemale\t27
        """);
    Utterance clip = read("nemo", "nEMO/samples/WR0_anger_1.wav").utterances().get(0);
    assertThat(clip.sex()).isEqualTo(Sex.FEMALE);
    assertThat(clip.age()).isEqualTo(27);
  }

  @Test
  void iemocapTakesItsLabelsFromTheEvaluationsAndLeavesOutTheRest() throws CorpusException {
    Folder.text(
        root.resolve("Session1/dialog/EmoEvaluation/Ses01F_script01_1.txt"),
        """
        [1.0 - 2.0]\tSes01F_script01_1_F000\texc\t[4.0, 4.0, 3.0]
        [2.0 - 3.0]\tSes01F_script01_1_M000\txxx\t[2.5, 2.5, 2.5]
        [3.0 - 4.0]\tSes01F_script01_1_MXX1\tfru\t[2.5, 2.5, 2.5]
        """);
    String clips = "Session1/sentences/wav/Ses01F_script01_1/Ses01F_script01_1_";
    Corpus corpus =
        read(
            "iemocap",
            clips + "F000.wav",
            clips + "M000.wav",
            clips + "MXX1.wav",
            clips + "F001.wav",
            "Session1/dialog/wav/Ses01F_script01_1.wav");
    assertThat(corpus.utterances())
        .extracting(
            Utterance::id,
            Utterance::speaker,
            Utterance::sex,
            Utterance::emotion,
            Utterance::nativeLabel)
        .containsExactly(
            tuple("Ses01F_script01_1_F000", "iemocap:Ses01F", Sex.FEMALE, Emotion.HAPPY, "exc"),
            tuple("Ses01F_script01_1_MXX1", "iemocap:Ses01M", Sex.MALE, Emotion.OTHER, "fru"));
    assertThat(corpus.rejected())
        .extracting(Rejected::kind, Rejected::reason)
        .containsExactly(
            tuple(Rejected.Kind.LEFT_OUT, "is a whole dialogue, not a turn"),
            tuple(Rejected.Kind.NAME, "has no line in dialog/EmoEvaluation"),
            tuple(Rejected.Kind.LEFT_OUT, "its raters did not agree (xxx)"));
  }

  @Test
  void meldTellsItsPartsByTheirFolders() throws CorpusException {
    Corpus corpus =
        readWithLists(
            "meld",
            "train_splits/dia1_utt1.wav",
            "output_repeated_splits_test/dia1_utt1.wav",
            "output_repeated_splits_test/final_videos_testdia1_utt1.wav",
            "flat/test_dia2_utt1.wav",
            "dev_splits_complete/dia3_utt1.wav",
            "elsewhere/dia3_utt1.wav");
    assertThat(corpus.utterances())
        .extracting(Utterance::id, Utterance::emotion, Utterance::speaker)
        .containsExactly(
            tuple("test_dia1_utt1", Emotion.ANGRY, "meld:Ross"),
            tuple("test_dia2_utt1", Emotion.ANGRY, "meld:Ross"),
            tuple("train_dia1_utt1", Emotion.HAPPY, "meld:Ross"));
    assertThat(corpus.rejected())
        .extracting(Rejected::kind, Rejected::reason)
        .containsExactly(
            tuple(Rejected.Kind.NAME, "dev_dia3_utt1 is not in the lists *_sent_emo.csv"),
            tuple(
                Rejected.Kind.NAME,
                "neither its name nor its folders say which part it is of: train, dev or test"),
            tuple(
                Rejected.Kind.LEFT_OUT,
                "is a repeated clip of the test part, which no list names"));
  }

  @Test
  void emozionalmenteTakesEverythingFromItsLists() throws CorpusException {
    Corpus corpus = readWithLists("emozionalmente", "audio/163221.opus", "audio/other.wav");
    assertThat(corpus.utterances())
        .extracting(
            Utterance::id, Utterance::speaker, Utterance::sex, Utterance::age, Utterance::sentence)
        .containsExactly(
            tuple(
                "163221", "emozionalmente:anna", Sex.FEMALE, 31, "emozionalmente:Ciao come stai"));
    assertThat(corpus.rejected())
        .extracting(Rejected::reason)
        .containsExactly("is not in metadata/samples.csv");
  }

  @ParameterizedTest
  @CsvSource({"labels_consensus.csv", "labels_concensus.csv", "labels_consensus.json"})
  void mspPodcastReadsEveryFormOfItsLabels(String list) throws CorpusException {
    Folder.text(
        root.resolve("Labels").resolve(list),
        list.endsWith("json")
            ? """
            {"MSP-PODCAST_0001_0001.wav": {"EmoClass": "C", "SpkrID": "30", "Gender": "Female"},
             "MSP-PODCAST_0001_0002.wav": {"EmoClass": "X", "SpkrID": "30", "Gender": "Female"},
             "MSP-PODCAST_0001_0003.wav": {"EmoClass": "U", "SpkrID": "Unknown", "Gender": "Unknown"}}
            """
            : """
            FileName,EmoClass,EmoAct,EmoVal,EmoDom,SpkrID,Gender,Split_Set
            MSP-PODCAST_0001_0001.wav,C,2.2,4.0,2.6,30,Female,Test1
            MSP-PODCAST_0001_0002.wav,X,2.2,4.0,2.6,30,Female,Test1
            MSP-PODCAST_0001_0003.wav,U,2.2,4.0,2.6,Unknown,Unknown,Train
            """);
    Corpus corpus =
        read(
            "msppodcast",
            "Audios/MSP-PODCAST_0001_0001.wav",
            "Audios/MSP-PODCAST_0001_0002.wav",
            "Audios/MSP-PODCAST_0001_0003.wav");
    assertThat(corpus.utterances())
        .extracting(Utterance::speaker, Utterance::speakerKnown, Utterance::sex, Utterance::emotion)
        .containsExactly(
            tuple("msppodcast:30", true, Sex.FEMALE, Emotion.OTHER),
            tuple("msppodcast:unknown", false, null, Emotion.SURPRISE));
    assertThat(corpus.rejected())
        .extracting(Rejected::kind)
        .containsExactly(Rejected.Kind.LEFT_OUT);
  }

  @ParameterizedTest
  @CsvSource({
    "iemocap, Ses01F_impro01_F000, expected dialog/EmoEvaluation/Ses01F_impro01.txt",
    "meld, train_dia0_utt0, expected train_sent_emo.csv",
    "msppodcast, MSP-PODCAST_0001_0001, expected Labels/labels_consensus.csv"
  })
  void corpusWithoutItsListIsRecognisedAndReadingSaysWhatIsMissing(
      String id, String name, String expected) {
    Folder.with(root, name + ".wav");
    assertThat(Corpora.recognise(root)).map(CorpusReader::id).contains(id);
    assertThatThrownBy(() -> Corpora.byId(id).read(root))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining(Objects.requireNonNull(expected));
  }
}
