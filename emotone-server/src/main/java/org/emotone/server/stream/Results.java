package org.emotone.server.stream;

import java.util.ArrayList;
import java.util.List;
import org.emotone.Manifest;
import org.emotone.audio.signal.Quality;
import org.emotone.audio.signal.Segment;
import org.emotone.output.HeardJson;
import org.emotone.server.recognition.ClassView;
import org.emotone.server.recognition.Viewed;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.StreamListener;
import org.emotone.timeline.TimelineWindow;

/** Turns what is heard in a session into messages. Not for several threads at once. */
final class Results implements StreamListener {

  /** Takes messages. */
  @FunctionalInterface
  interface Sink {
    void say(String type, Messages.Fields fields);
  }

  private final Manifest manifest;
  private final Viewed viewed;
  private final List<String> own;
  private final List<String> shown;
  private final Sink sink;
  private final Tally tally = new Tally();
  private boolean speaking;

  /** Results of a model in a view. */
  Results(Manifest manifest, ClassView view, Sink sink) {
    this.manifest = manifest;
    this.sink = sink;
    viewed = new Viewed(view, manifest.uncertainBelow());
    own = manifest.classes();
    shown = view.classes(own);
  }

  @Override
  public void interval(TimelineWindow window, EmotionSegment current) {
    start(window.span().start());
    sink.say(
        "measurement.result",
        json ->
            Messages.interval(
                json,
                viewed.of(window, own),
                viewed.of(current, own),
                shown,
                manifest.uncertainBelow()));
  }

  @Override
  public void utterance(Segment span, List<EmotionSegment> segments) {
    List<EmotionSegment> all = new ArrayList<>();
    segments.forEach(segment -> all.add(viewed.of(segment, own)));
    start(span.start());
    tally.add(span, all);
    sink.say(
        "measurement.result",
        json -> Messages.utterance(json, span, all, shown, manifest.uncertainBelow()));
    sink.say("utterance.end", json -> HeardJson.span(json, span));
    speaking = false;
  }

  private void start(double seconds) {
    if (!speaking) {
      speaking = true;
      sink.say("utterance.start", json -> json.writeNumberField("start", seconds));
    }
  }

  /** Says that the session is over, and what was heard in all. */
  void close(String reason, double seconds, Quality quality) {
    List<String> warnings = manifest.warnings(quality);
    sink.say(
        "session.closed", json -> Messages.closed(json, reason, tally, seconds, warnings, quality));
  }
}
