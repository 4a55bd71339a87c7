package org.emotone.corpus.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Audio formats, by the first bytes of a file and by the extensions that announce them. */
enum Content {
  WAV("WAV", "wav wave"),
  FLAC("FLAC", "flac"),
  OGG("Ogg", "ogg oga opus"),
  AIFF("AIFF", "aif aiff aifc"),
  MP3("MP3", "mp3"),
  MP4("MP4", "m4a mp4 aac"),
  WEBM("WebM or Matroska", "webm mkv mka"),
  AU("Sun AU", "au snd");

  private static final int HEAD_BYTES = 12;

  private final String title;
  private final String extensions;

  Content(String title, String extensions) {
    this.title = title;
    this.extensions = extensions;
  }

  /** The name for people. */
  String title() {
    return title;
  }

  /** Whether a file with this extension, in lower case, may hold it. */
  boolean goesUnder(String extension) {
    return List.of(extensions.split(" ")).contains(extension);
  }

  /** What a file holds; empty if it is none of these or cannot be read. */
  static Optional<Content> of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return of(new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Content> of(String head) {
    if (head.startsWith("RIFF") && head.startsWith("WAVE", 8)) {
      return Optional.of(WAV);
    }
    if (head.startsWith("FORM") && head.startsWith("AIF", 8)) {
      return Optional.of(AIFF);
    }
    if (head.startsWith("ftyp", 4)) {
      return Optional.of(MP4);
    }
    if (head.startsWith("\u001aE\u00df\u00a3")) {
      return Optional.of(WEBM);
    }
    if (head.startsWith(".snd")) {
      return Optional.of(AU);
    }
    if (head.startsWith("fLaC")) {
      return Optional.of(FLAC);
    }
    if (head.startsWith("OggS")) {
      return Optional.of(OGG);
    }
    return mp3(head) ? Optional.of(MP3) : Optional.empty();
  }

  /** An ID3 tag, or the frame sync of MPEG-1 or -2 layer III. */
  private static boolean mp3(String head) {
    return head.startsWith("ID3")
        || (head.length() > 1 && head.charAt(0) == 0xFF && (head.charAt(1) & 0xE6) == 0xE2);
  }

  /** The extension of a file in lower case without its dot, empty if there is none. */
  static String extension(Path file) {
    String name = name(file);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** The name of a file without its extension. */
  static String stem(Path file) {
    String name = name(file);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }
}
