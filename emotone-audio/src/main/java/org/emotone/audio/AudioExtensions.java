package org.emotone.audio;

import java.util.List;

/** What names of audio files end in: for folders, whose files nobody has named one by one. */
public final class AudioExtensions {

  /**
   * Extensions in lower case, lossless formats before lossy ones. Some are of formats that cannot
   * be decoded: better an error that names the file than a file that is missing and nobody knows.
   */
  public static final List<String> ALL =
      List.of(
          "wav", "wave", "flac", "aif", "aiff", "aifc", "au", "snd", "caf", "opus", "ogg", "oga",
          "mp3", "mp2", "m4a", "aac", "webm", "weba", "mka", "wma", "amr");

  private AudioExtensions() {}
}
