package org.emotone.audio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The formats on the class path, and telling them apart by their first bytes. */
final class Formats {
  private static final List<AudioFormat> ALL =
      ServiceLoader.load(AudioFormat.class, AudioFormat.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparingInt(AudioFormat::order))
          .toList();

  private static final int ID3_HEADER_BYTES = 10;

  /** How files begin that are read; what is shorter is a file that was cut. */
  private static final List<String> BEGINNINGS =
      List.of("RIFF....WAVE", "RF64....WAVE", "BW64....WAVE", "FORM....AIF", "fLaC", "OggS");

  /** First bytes of what only the module emotone-audio-ffmpeg reads, with what messages call it. */
  private static final Map<String, String> BY_FFMPEG = new LinkedHashMap<>();

  static {
    BY_FFMPEG.put("....ftypM4A", "M4A (AAC or ALAC in MP4)");
    BY_FFMPEG.put("....ftypqt", "QuickTime");
    BY_FFMPEG.put("....ftyp3g", "3GP");
    BY_FFMPEG.put("....ftyp", "MP4");
    BY_FFMPEG.put("....moov", "QuickTime");
    BY_FFMPEG.put("ADIF", "AAC");
    BY_FFMPEG.put("\u00ff\u00f1", "AAC");
    BY_FFMPEG.put("\u00ff\u00f9", "AAC");
    BY_FFMPEG.put("#!AMR", "AMR");
    BY_FFMPEG.put("0&\u00b2u\u008ef\u00cf\u0011", "Windows Media (WMA, WMV)");
    BY_FFMPEG.put("caff", "Core Audio (CAF)");
    BY_FFMPEG.put("RIFF....AVI ", "AVI video");
    BY_FFMPEG.put("FLV\u0001", "Flash video");
    BY_FFMPEG.put("\u0000\u0000\u0001\u00ba", "MPEG video");
    BY_FFMPEG.put("wvpk", "WavPack");
    BY_FFMPEG.put("MAC ", "Monkey's Audio");
    BY_FFMPEG.put("\u000bw", "AC-3");
    BY_FFMPEG.put("RIFX", "big-endian WAV (RIFX)");
  }

  private Formats() {}

  /** Recognises what comes next, passing over tags that stand before it. */
  static AudioFormat recognise(AudioSource source) throws IOException {
    passTags(source);
    byte[] head = source.peek(AudioFormat.HEAD_BYTES);
    if (source.position() == 0 && head.length == 0) {
      throw new NotAudioException(
          source.name() + ": the file is empty (0 bytes)", source.name(), 0);
    }
    for (AudioFormat format : ALL) {
      if (format.recognises(head)) {
        return format;
      }
    }
    throw refusal(source, head);
  }

  /** Whoever may try what another one recognised but does not decode. */
  static List<AudioFormat> others(AudioFormat failed) {
    return ALL.stream().filter(format -> format.takesOver() && format != failed).toList();
  }

  /**
   * ID3v2 tags (id3.org, ID3v2.4.0 structure, 3.1) belong to MP3, but taggers put them before
   * anything.
   */
  private static void passTags(AudioSource source) throws IOException {
    byte[] head = source.peek(ID3_HEADER_BYTES);
    while (head.length == ID3_HEADER_BYTES && ascii(head).startsWith("ID3")) {
      long size = 0;
      for (int i = 6; i < ID3_HEADER_BYTES; i++) {
        size = (size << 7) | (head[i] & 0x7F);
      }
      boolean footer = (head[5] & 0x10) != 0;
      if (!source.pass(ID3_HEADER_BYTES + size + (footer ? ID3_HEADER_BYTES : 0))) {
        throw source.truncated(
            "the file ends after %s bytes, within the tag before its audio"
                .formatted(AudioLimits.grouped(source.position())));
      }
      head = source.peek(ID3_HEADER_BYTES);
    }
  }

  private static AudioException refusal(AudioSource source, byte[] bytes) {
    String head = ascii(bytes);
    if (BEGINNINGS.stream().anyMatch(whole -> isCut(head, whole))) {
      return source.truncated("the file ends after %d bytes".formatted(bytes.length));
    }
    for (Map.Entry<String, String> other : BY_FFMPEG.entrySet()) {
      if (matches(head, other.getKey())) {
        return new UnsupportedAudioException(
            "%s: this is %s, which the module emotone-audio-ffmpeg reads: add it to the class path, or convert the file first"
                .formatted(source.name(), other.getValue()),
            source.name(),
            source.position());
      }
    }
    return new NotAudioException(
        "%s: not an audio file%s; %s"
            .formatted(source.name(), looksLikeText(bytes) ? " but text" : "", supported()),
        source.name(),
        source.position());
  }

  /** What is read, for messages. */
  private static String supported() {
    List<String> names =
        ALL.stream().flatMap(format -> format.names().stream()).distinct().toList();
    int last = names.size() - 1;
    return "supported are " + String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** Whether this is a whole file that is shorter than what such a file begins with. */
  private static boolean isCut(String head, String whole) {
    return head.length() < whole.length() && matches(head, whole.substring(0, head.length()));
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

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
