package org.emotone.cli;

import java.io.IOException;
import java.util.List;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.signal.Quality;
import org.emotone.audio.signal.Segment;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.TimelineWindow;

/** A way to show what is heard while it is heard. */
interface LiveView {

  /**
   * Listening begins.
   *
   * @param source where the sound comes from, in words
   * @param model name and id
   * @param classes of the model
   */
  void begin(String source, AudioProperties sound, String model, List<String> classes)
      throws IOException;

  /**
   * A block of sound came, about ten times a second.
   *
   * @param seconds since the beginning
   * @param peakDb of the block, in dB of full scale
   * @param rmsDb of the block, in dB of full scale
   */
  void level(double seconds, double peakDb, double rmsDb) throws IOException;

  /** A window was recognised, and what that makes of the moment. */
  void interval(TimelineWindow window, EmotionSegment current) throws IOException;

  /** An utterance has ended. */
  void utterance(Segment span, List<EmotionSegment> segments) throws IOException;

  /**
   * Listening ends.
   *
   * @param session all that was heard
   * @param quality what was measured of the sound
   */
  void end(Session session, Quality quality) throws IOException;
}
