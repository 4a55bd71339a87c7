package org.emotone.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.emotone.audio.AudioLimitException;
import org.emotone.audio.DamagedAudioException;
import org.emotone.audio.NotAudioException;
import org.emotone.audio.TruncatedAudioException;
import org.emotone.audio.UnsupportedAudioException;

/** Why a recording could not be heard. */
public enum FailureKind {
  /** The bytes are not audio, or there are none. */
  NOT_AUDIO,
  /** Audio that is known but not decoded. */
  UNSUPPORTED,
  /** It ends before its audio does. */
  TRUNCATED,
  /** It contradicts itself. */
  DAMAGED,
  /** It is larger, longer or stranger than is accepted. */
  LIMIT,
  /** There is no such file, or no bytes in the column. */
  MISSING,
  /** It could not be read: permissions, network, disk. */
  UNREADABLE,
  /** It was read and cannot be used, such as a part that lies behind its end. */
  UNUSABLE,
  /** There was not enough memory for it. */
  MEMORY,
  /** An error in this program. */
  INTERNAL;

  /** What tables call it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of what was thrown. */
  static FailureKind of(Throwable failure) {
    if (failure instanceof NotAudioException) {
      return NOT_AUDIO;
    }
    if (failure instanceof UnsupportedAudioException) {
      return UNSUPPORTED;
    }
    if (failure instanceof TruncatedAudioException) {
      return TRUNCATED;
    }
    if (failure instanceof DamagedAudioException) {
      return DAMAGED;
    }
    if (failure instanceof AudioLimitException) {
      return LIMIT;
    }
    if (failure instanceof FileNotFoundException || failure instanceof NoSuchFileException) {
      return MISSING;
    }
    if (failure instanceof IOException) {
      return UNREADABLE;
    }
    if (failure instanceof IllegalArgumentException) {
      return UNUSABLE;
    }
    return failure instanceof OutOfMemoryError ? MEMORY : INTERNAL;
  }
}
