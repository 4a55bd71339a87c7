package org.emotone.corpus.inspect;

import java.io.IOException;
import java.nio.file.Path;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioStream;
import org.emotone.corpus.Segment;
import org.emotone.corpus.Utterance;

/** How long clips are: of parts of files, as long as the part is. */
public final class ClipLength {

  private ClipLength() {}

  /**
   * Length of a clip in seconds. Files whose header does not say it are decoded.
   *
   * @throws IOException if it cannot be read; the message is for the user
   */
  public static double seconds(Utterance clip) throws IOException {
    double file = seconds(clip.path());
    Segment part = clip.segment();
    return part == null ? file : Math.max(0, Math.min(part.end(), file) - part.start());
  }

  private static double seconds(Path file) throws IOException {
    try (AudioStream stream = Audio.open(file, AudioLimits.DEFAULT)) {
      AudioProperties properties = stream.properties();
      if (properties.frames() >= 0) {
        return (double) properties.frames() / properties.sampleRate();
      }
    }
    return Audio.read(file).duration();
  }
}
