package org.emotone.server.rest;

import java.util.Locale;

/**
 * How a kind of file is served; only kinds that browsers play and never run.
 *
 * @param mediaType the media type
 * @param ending what names end in, with the dot
 */
record SoundType(String mediaType, String ending) {

  /** That of a container, as {@link org.emotone.audio.AudioProperties#container} calls it. */
  static SoundType of(String container) {
    return switch (container.toLowerCase(Locale.ROOT)) {
      case "wav", "rf64", "bw64", "wave" -> new SoundType("audio/wav", ".wav");
      case "flac" -> new SoundType("audio/flac", ".flac");
      case "ogg" -> new SoundType("audio/ogg", ".ogg");
      case "webm", "matroska" -> new SoundType("audio/webm", ".webm");
      case "mp3", "mpeg" -> new SoundType("audio/mpeg", ".mp3");
      case "mp4", "m4a", "mov,mp4,m4a,3gp,3g2,mj2" -> new SoundType("audio/mp4", ".m4a");
      default -> new SoundType("application/octet-stream", ".bin");
    };
  }
}
