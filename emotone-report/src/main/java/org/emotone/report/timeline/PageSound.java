package org.emotone.report.timeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.WavWriter;
import org.jspecify.annotations.Nullable;

/**
 * The sound of a recording for a page.
 *
 * @param source what the player plays: the sound itself, or the place of the file relative to the
 *     page
 * @param embedded whether the page holds the sound
 */
public record PageSound(String source, boolean embedded) {

  /** A larger file is not embedded but linked. */
  public static final long MOST_BYTES = 16L << 20;

  /** What browsers play, by the container as {@link AudioProperties} names it. */
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "WAV", "audio/wav",
          "FLAC", "audio/flac",
          "MP3", "audio/mpeg",
          "Ogg", "audio/ogg",
          "WebM", "audio/webm");

  /**
   * The sound of a file: embedded as it is up to {@value #MOST_BYTES} bytes if browsers play it;
   * else embedded as WAV if that is not larger; else linked.
   *
   * @param properties what the file was found to be
   * @param seconds its length
   * @param page where the page will be
   * @throws IOException if the file cannot be read
   */
  public static PageSound of(Path file, AudioProperties properties, double seconds, Path page)
      throws IOException {
    String type = MEDIA_TYPES.get(properties.container());
    if (type != null && Files.size(file) <= MOST_BYTES) {
      return embedded(type, Files.readAllBytes(file));
    }
    if (type == null && 2 * seconds * properties.sampleRate() <= MOST_BYTES) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      WavWriter.write(bytes, Audio.read(file));
      return embedded("audio/wav", bytes.toByteArray());
    }
    return linked(file, page);
  }

  private static PageSound embedded(String type, byte[] bytes) {
    String text = Base64.getEncoder().encodeToString(bytes);
    return new PageSound("data:" + type + ";base64," + text, true);
  }

  private static PageSound linked(Path file, Path page) {
    Path target = file.toAbsolutePath().normalize();
    @Nullable Path folder = page.toAbsolutePath().normalize().getParent();
    if (folder == null || !target.getRoot().equals(folder.getRoot())) {
      return new PageSound(target.toUri().toString(), false);
    }
    StringBuilder link = new StringBuilder(".");
    for (Path part : folder.relativize(target)) {
      // As the last part of an absolute address a name is encoded, blanks and all.
      String encoded = Path.of("/").resolve(part.toString()).toUri().getRawPath();
      link.append('/')
          .append(
              part.toString().equals("..")
                  ? ".."
                  : encoded.substring(encoded.lastIndexOf('/') + 1));
    }
    return new PageSound(link.toString(), false);
  }
}
