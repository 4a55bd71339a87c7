package org.emotone.training.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.emotone.Recognition;
import org.emotone.Recognizer;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Range;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.reader.Corpora;
import org.emotone.corpus.select.Draw;
import org.emotone.features.FrontEnd;
import org.emotone.timeline.TimelineRecognizer;
import org.emotone.timeline.TimelineSettings;
import org.emotone.timeline.TimelineWindow;
import org.emotone.training.run.HeldOut;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The guard of the default model, on speakers whom it never heard and on what is no speech. */
@Tag("corpora")
@TestInstance(Lifecycle.PER_CLASS)
class GuardCorporaTest {

  private static final int CLIPS_PER_CORPUS = 50;
  private static final int SOUNDS = 20;

  private final Recognizer recognizer;
  private final List<Waveform> clips = new ArrayList<>();

  GuardCorporaTest() throws IOException {
    recognizer = Recognizer.open(Path.of("..", "models", "default.emotone"));
  }

  @BeforeAll
  void readClips() throws IOException {
    String folder = System.getenv("EMOTONE_CORPORA");
    if (folder == null) {
      throw new IllegalStateException("set EMOTONE_CORPORA to the folder that holds ravdess/ …");
    }
    FrontEnd frontEnd = recognizer.model().manifest().frontEnd();
    HeldOut heldOut = new HeldOut(recognizer.model().manifest());
    for (String id : List.of("ravdess", "cremad", "savee", "emodb")) {
      List<Utterance> unheard =
          Draw.shuffled(
              heldOut.of(Corpora.byId(id).read(Path.of(folder, id))), Utterance::name, 1, "test");
      for (Utterance clip : unheard.subList(0, CLIPS_PER_CORPUS)) {
        clips.add(frontEnd.resample(Audio.read(clip.path())));
      }
    }
  }

  @AfterAll
  void close() {
    recognizer.close();
  }

  private double unfamiliar(List<Waveform> sounds) {
    return share(recognizer.recognizeAll(sounds), heard -> !heard.familiar());
  }

  private static <T> double share(List<T> all, Predicate<T> counted) {
    return all.stream().filter(counted).count() / (double) all.size();
  }

  @Test
  void drumsMusicTonesAndHumAreUnlikeTheTrainingAndNeverCertain() {
    for (Strange sort :
        EnumSet.of(Strange.DRUMS, Strange.MUSIC, Strange.TONE, Strange.DIALLING, Strange.HUM)) {
      SplittableRandom random = new SplittableRandom(3);
      List<Waveform> sounds = new ArrayList<>();
      for (int i = 0; i < SOUNDS; i++) {
        sounds.add(sort.make(clips.subList(i, i + 1), random.split()));
      }
      List<Recognition> heard = recognizer.recognizeAll(sounds);
      assertThat(share(heard, answer -> !answer.familiar())).as(sort.words()).isGreaterThan(0.9);
      assertThat(share(heard, Recognition::certain)).as(sort.words()).isLessThan(0.1);
    }
  }

  @Test
  void clipsOfUnheardSpeakersAreFamiliar() {
    assertThat(unfamiliar(clips)).isLessThan(0.04);
  }

  @Test
  void aFaintWhistleDoesNotMakeAVoiceUnfamiliar() {
    SplittableRandom random = new SplittableRandom(7);
    List<Waveform> whistled =
        clips.stream().map(clip -> SmallChanges.withTone(clip, random)).toList();
    assertThat(unfamiliar(whistled)).isLessThan(0.1);
  }

  @Test
  void windowsOfUnheardSpeakersAreFamiliar() {
    FrontEnd frontEnd = recognizer.model().manifest().frontEnd();
    SplittableRandom random = new SplittableRandom(5);
    for (double seconds : new double[] {1.5, 2}) {
      int length = (int) (seconds * frontEnd.sampleRate());
      List<Waveform> windows = new ArrayList<>();
      for (Waveform clip : clips) {
        Range speech = frontEnd.speech(clip);
        if (speech.length() > length) {
          int start = speech.start() + random.nextInt(speech.length() - length);
          windows.add(new Range(start, start + length).of(clip));
        }
      }
      assertThat(windows).as(seconds + " s").hasSizeGreaterThan(50);
      assertThat(unfamiliar(windows)).as(seconds + " s").isLessThan(0.05);
    }
  }

  @Test
  void timelinesOfUnheardSpeakersAreFamiliar() {
    int samples = clips.stream().mapToInt(Waveform::length).sum();
    float[] joined = new float[samples];
    int at = 0;
    for (Waveform clip : clips) {
      System.arraycopy(clip.samples(), 0, joined, at, clip.length());
      at += clip.length();
    }
    List<TimelineWindow> windows =
        new TimelineRecognizer(recognizer, TimelineSettings.DEFAULT, 1)
            .analyze(new Waveform(joined, clips.get(0).sampleRate()))
            .windows();
    assertThat(share(windows, window -> !window.familiar())).isLessThan(0.1);
  }
}
