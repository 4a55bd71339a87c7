package org.emotone.audio.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.emotone.audio.AudioFormat;
import org.emotone.audio.AudioSource;
import org.emotone.audio.AudioStream;
import org.jspecify.annotations.Nullable;

/**
 * Files that FFmpeg reads and emotone-audio does not. FFmpeg goes back and forth in a file, so what
 * comes as a stream is kept in a temporary file while it is decoded.
 */
public final class Ffmpeg implements AudioFormat {
  /** How such files begin; a dot stands for any byte. */
  private static final List<String> BEGINNINGS =
      List.of(
          "....ftyp",
          "....moov",
          "....mdat",
          "....wide",
          "....free",
          "....skip", // MP4, QuickTime
          "ADIF",
          "\u00ff\u00f1",
          "\u00ff\u00f9", // AAC
          "#!AMR",
          "0&\u00b2u\u008ef\u00cf\u0011",
          "caff",
          "RIFF....AVI ",
          "RIFX",
          "FLV\u0001",
          "\u0000\u0000\u0001\u00ba",
          "wvpk",
          "MAC ",
          "\u000bw");

  @Override
  public List<String> names() {
    return List.of("what FFmpeg reads");
  }

  @Override
  public int order() {
    return 200;
  }

  /** Such as Matroska with AAC in it. */
  @Override
  public boolean takesOver() {
    return true;
  }

  @Override
  public boolean recognises(byte[] head) {
    String start = new String(head, 0, Math.min(16, head.length), StandardCharsets.ISO_8859_1);
    return BEGINNINGS.stream().anyMatch(pattern -> matches(start, pattern));
  }

  private static boolean matches(String start, String pattern) {
    boolean matches = start.length() >= pattern.length();
    for (int i = 0; matches && i < pattern.length(); i++) {
      matches = pattern.charAt(i) == '.' || pattern.charAt(i) == start.charAt(i);
    }
    return matches;
  }

  @Override
  public AudioStream open(AudioSource source) throws IOException {
    if (source.file().isPresent()) {
      source.readElsewhere();
      return new FfmpegStream(source, source.file().get(), null);
    }
    Path copy = copy(source);
    try {
      return new FfmpegStream(source, copy, copy);
    } catch (IOException | RuntimeException | Error e) {
      delete(copy);
      throw e;
    }
  }

  private static Path copy(InputStream source) throws IOException {
    Path copy = Files.createTempFile("emotone", ".audio");
    try {
      Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    } catch (IOException | RuntimeException e) {
      delete(copy);
      throw e;
    }
  }

  static void delete(@Nullable Path file) throws IOException {
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }
}
