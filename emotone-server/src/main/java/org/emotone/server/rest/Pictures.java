package org.emotone.server.rest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioOptions;
import org.emotone.audio.Waveform;
import org.emotone.server.plot.SoundPicture;
import org.emotone.server.recognition.PictureKind;

/** Pictures of recordings for answers. */
final class Pictures {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 256;

  private Pictures() {}

  /**
   * A picture within an answer.
   *
   * @param mediaType of the picture
   * @param base64 the picture
   * @param startSeconds what its left edge stands for
   * @param endSeconds what its right edge stands for
   * @param lowHz what its lower edge stands for
   * @param highHz what its upper edge stands for
   * @param scale how frequencies lie between them
   */
  record Picture(
      String mediaType,
      String base64,
      double startSeconds,
      double endSeconds,
      double lowHz,
      double highHz,
      String scale) {}

  /**
   * The pictures that were asked for, none of a recording that is too long for them.
   *
   * @param seconds length of the recording
   */
  static Map<String, Picture> of(
      Set<PictureKind> kinds, Path file, double seconds, AudioOptions reading) throws IOException {
    Map<String, Picture> pictures = new TreeMap<>();
    if (kinds.isEmpty() || seconds > SoundPicture.MOST_SECONDS) {
      return pictures;
    }
    Waveform clip = Audio.read(file, reading, warning -> {});
    for (PictureKind kind : kinds) {
      SoundPicture made = SoundPicture.of(kind, clip, WIDTH, HEIGHT);
      pictures.put(
          kind.id(),
          new Picture(
              "image/png",
              Base64.getEncoder().encodeToString(made.png()),
              0,
              made.seconds(),
              made.lowHz(),
              made.highHz(),
              made.scale()));
    }
    return pictures;
  }
}
