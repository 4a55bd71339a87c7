package org.emotone.speaker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotone.HearingListener;
import org.emotone.Recognizer;
import org.emotone.audio.AudioStream;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Segment;
import org.emotone.features.FrontEnd;

/**
 * Tells the voices of a recording apart: short windows of its speech are embedded by a network that
 * learned to know speakers, and windows that sound alike are gathered by agglomerative clustering
 * with average linkage. Speech is taken for one voice at a time; where two speak at once, one of
 * them is found.
 *
 * <p>It takes the recording second by second and keeps one vector for each window, so that hours
 * need little memory. Not safe for use by several threads.
 */
public final class Diarisation {

  private final Recognizer model;
  private final SpeakerSettings settings;
  private final List<Window> windows = new ArrayList<>();

  private record Window(int stretch, Segment span, float[] embedding) {}

  private int stretches;

  /**
   * Begins a recording.
   *
   * @param model a network that learned speakers, such as {@code models/speaker.emotone}; stays
   *     open
   * @throws IllegalArgumentException if the model's classes are not speakers
   */
  public Diarisation(Recognizer model, SpeakerSettings settings) {
    String by = model.model().manifest().labelBy();
    if (!"speaker".equals(by)) {
      throw new IllegalArgumentException(
          "model "
              + model.model().manifest().name()
              + " does not tell speakers apart but goes by "
              + (by == null ? "emotion" : by)
              + "; needed is one whose recipe has labels: {by: speaker}");
    }
    this.model = model;
    this.settings = settings;
  }

  /** The sample rate in Hz at which {@link #add} takes speech. */
  public int sampleRate() {
    return model.model().manifest().frontEnd().sampleRate();
  }

  /**
   * Takes the next stretch of speech.
   *
   * @param start where it lies in the recording, in seconds
   * @param speech its samples, at {@link #sampleRate}
   */
  public void add(double start, Waveform speech) {
    if (speech.sampleRate() != sampleRate()) {
      throw new IllegalArgumentException(
          "speech must be at " + sampleRate() + " Hz, was at " + speech.sampleRate() + " Hz");
    }
    int rate = speech.sampleRate();
    int window = (int) Math.round(settings.windowSeconds() * rate);
    int step = (int) Math.round(settings.stepSeconds() * rate);
    FrontEnd frontEnd = model.model().manifest().frontEnd();
    for (int from = 0; from == 0 || from + window <= speech.length(); from += step) {
      int left = speech.length() - from - window;
      int to = left < step ? speech.length() : from + window;
      if (to <= from) {
        break;
      }
      Waveform part = new Waveform(Arrays.copyOfRange(speech.samples(), from, to), rate);
      float[] embedding = model.clipEmbedding(frontEnd.extract(part));
      Segment span = new Segment(start + (double) from / rate, start + (double) to / rate);
      windows.add(new Window(stretches, span, AverageLinkage.unit(embedding)));
    }
    stretches++;
  }

  /**
   * Takes all speech of a recording.
   *
   * @param stream read to its end, and left open
   * @param speech where somebody speaks, in order, without overlap
   * @param listener hears how far it has come
   * @throws IOException if the recording cannot be read or decoded
   */
  public void hear(AudioStream stream, List<Segment> speech, HearingListener listener)
      throws IOException {
    new SpeechCutter(sampleRate(), speech, this::add).read(stream, listener);
  }

  /**
   * Who speaks when, in order, without overlap, after the last stretch; a stretch without a change
   * of speaker is one turn. Empty if nothing was added.
   */
  public List<SpeakerTurn> turns() {
    return turns(settings);
  }

  /** The same by other settings for the clustering; the windows stay as they are. */
  List<SpeakerTurn> turns(SpeakerSettings clustering) {
    int[] groups =
        new AverageLinkage(clustering.threshold(), clustering.speakers())
            .cluster(windows.stream().map(Window::embedding).toList());
    List<SpeakerTurn> turns = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < groups.length; i++) {
      boolean last = i == groups.length - 1 || windows.get(i + 1).stretch != windows.get(i).stretch;
      if (last || groups[i + 1] != groups[i]) {
        double from = turnStart(first);
        double to = last ? windows.get(i).span.end() : between(i);
        turns.add(new SpeakerTurn(new Segment(from, to), "speaker " + (groups[i] + 1)));
        first = i + 1;
      }
    }
    return turns;
  }

  private double turnStart(int window) {
    boolean begins = window == 0 || windows.get(window - 1).stretch != windows.get(window).stretch;
    return begins ? windows.get(window).span.start() : between(window - 1);
  }

  /** Half-way between the middles of a window and the next. */
  private double between(int window) {
    Segment one = windows.get(window).span;
    Segment next = windows.get(window + 1).span;
    return (one.start() + one.end() + next.start() + next.end()) / 4;
  }
}
