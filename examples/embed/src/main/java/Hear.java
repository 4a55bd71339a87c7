import java.nio.file.Path;
import org.emotone.Recognition;
import org.emotone.Recognizer;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.TimelineRecognizer;
import org.emotone.timeline.TimelineSettings;

/** Says which emotion is heard in a recording, as a whole and over time. */
public final class Hear {

  private Hear() {}

  /**
   * Hears a recording.
   *
   * @param arguments a model and a recording
   */
  public static void main(String[] arguments) throws Exception {
    try (Recognizer recognizer = Recognizer.open(Path.of(arguments[0]))) {
      Path file = Path.of(arguments[1]);
      Recognition heard = recognizer.recognize(file);
      System.out.println(heard.best().label() + " " + heard.best().probability());
      TimelineRecognizer timelines = new TimelineRecognizer(recognizer, TimelineSettings.DEFAULT);
      for (EmotionSegment segment : timelines.analyze(file).segments()) {
        System.out.println(segment.span() + " " + segment.label() + " " + segment.confidence());
      }
    }
  }
}
