package org.emotone.audio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file formats that are read, told by their first bytes. */
enum Container {
  WAV,
  FLAC,
  OGG;

  private static final int HEAD_BYTES = 12;
  private static final String SUPPORTED = "supported are WAV, FLAC and Ogg-Opus";

  /** First bytes of formats that are known but not decoded, so that the message can name them. */
  private static final Map<String, String> OTHERS = new LinkedHashMap<>();

  static {
    OTHERS.put("FORM....AIFF", "AIFF");
    OTHERS.put("FORM....AIFC", "AIFF-C");
    OTHERS.put("RF64", "RF64 (WAV over 4 GB)");
    OTHERS.put("BW64", "BW64 (WAV over 4 GB)");
    OTHERS.put("RIFX", "big-endian WAV (RIFX)");
    OTHERS.put("RIFF", "a RIFF file that is not WAV");
    OTHERS.put("ID3", "MP3");
    OTHERS.put("\u00ff\u00fb", "MP3");
    OTHERS.put("\u00ff\u00f3", "MP3");
    OTHERS.put("\u00ff\u00f2", "MP3");
    OTHERS.put("\u00ff\u00fa", "MP3");
    OTHERS.put("\u00ff\u00f1", "AAC");
    OTHERS.put("\u00ff\u00f9", "AAC");
    OTHERS.put("....ftyp", "MP4 (M4A)");
    OTHERS.put("\u001aE\u00df\u00a3", "WebM or Matroska");
    OTHERS.put(".snd", "Sun AU");
    OTHERS.put("caff", "Core Audio");
    OTHERS.put("#!AMR", "AMR");
    OTHERS.put("0&\u00b2u\u008ef\u00cf\u0011", "Windows Media");
  }

  /** Recognises what comes next without taking it. */
  static Container recognise(Source source) throws IOException {
    byte[] bytes = source.peek(HEAD_BYTES);
    String head = new String(bytes, StandardCharsets.ISO_8859_1);
    if (head.isEmpty()) {
      throw new NotAudioException(source.name() + ": the file is empty (0 bytes)");
    }
    if (matches(head, "RIFF....WAVE")) {
      return WAV;
    }
    if (head.startsWith("fLaC")) {
      return FLAC;
    }
    if (head.startsWith("OggS")) {
      return OGG;
    }
    if (cut(head)) {
      throw new TruncatedAudioException(
          "%s: the file ends after %d bytes; is the download complete?"
              .formatted(source.name(), bytes.length));
    }
    for (Map.Entry<String, String> other : OTHERS.entrySet()) {
      if (matches(head, other.getKey())) {
        throw new UnsupportedAudioException(
            "%s: this is %s; %s: convert it first"
                .formatted(source.name(), other.getValue(), SUPPORTED));
      }
    }
    throw new NotAudioException(
        "%s: not an audio file%s; %s"
            .formatted(source.name(), looksLikeText(bytes) ? " but text" : "", SUPPORTED));
  }

  /** Whether this is the beginning of a supported file, too short to tell which. */
  private static boolean cut(String head) {
    return "fLaC".startsWith(head)
        || "OggS".startsWith(head)
        || "RIFF".startsWith(head)
        || (head.length() < HEAD_BYTES && head.startsWith("RIFF"));
  }

  /** Whether the head begins with a pattern in which a dot stands for any byte. */
  private static boolean matches(String head, String pattern) {
    if (head.length() < pattern.length()) {
      return false;
    }
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) != '.' && pattern.charAt(i) != head.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean looksLikeText(byte[] bytes) {
    for (byte b : bytes) {
      boolean space = b == '\n' || b == '\r' || b == '\t';
      if ((!space && b >= 0 && b < ' ') || b == 0x7F) {
        return false;
      }
    }
    return true;
  }
}
