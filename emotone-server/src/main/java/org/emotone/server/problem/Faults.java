package org.emotone.server.problem;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import org.emotone.audio.AudioException;
import org.emotone.audio.AudioLimitException;
import org.emotone.audio.DamagedAudioException;
import org.emotone.audio.NotAudioException;
import org.emotone.audio.TruncatedAudioException;
import org.emotone.audio.UnsupportedAudioException;

/** Says which problem an exception is. */
public final class Faults {

  private Faults() {}

  /** The problem that a fault of a recording is; its message was made for the user. */
  public static ProblemException ofAudio(AudioException fault) {
    return new ProblemException(code(fault), String.valueOf(fault.getMessage()));
  }

  private static ProblemCode code(AudioException fault) {
    if (fault instanceof NotAudioException) {
      return ProblemCode.NOT_AUDIO;
    }
    if (fault instanceof UnsupportedAudioException) {
      return ProblemCode.UNSUPPORTED_AUDIO;
    }
    if (fault instanceof TruncatedAudioException) {
      return ProblemCode.TRUNCATED_AUDIO;
    }
    if (fault instanceof DamagedAudioException) {
      return ProblemCode.DAMAGED_AUDIO;
    }
    if (fault instanceof AudioLimitException) {
      return ProblemCode.AUDIO_LIMIT;
    }
    throw new IllegalStateException("a new kind of audio fault: " + fault.getClass());
  }

  /** The problem that a fault of a disk is; its message may name files and is not passed on. */
  public static ProblemException ofDisk(IOException fault) {
    if (isFull(fault)) {
      return new ProblemException(
          ProblemCode.DISK_FULL, "there is no room left on the server's disk; try again later", 60);
    }
    return new ProblemException(
        ProblemCode.STORAGE_UNAVAILABLE, "the server's disk cannot be used; try again later", 30);
  }

  /** Whether a fault comes from a full disk or an exhausted quota, as the operating systems say. */
  public static boolean isFull(Throwable fault) {
    for (Throwable at = fault; at != null; at = at.getCause()) {
      String reason =
          at instanceof FileSystemException file && file.getReason() != null
              ? file.getReason()
              : String.valueOf(at.getMessage());
      String text = reason.toLowerCase(Locale.ROOT);
      if (text.contains("no space left")
          || text.contains("not enough space")
          || text.contains("quota exceeded")) {
        return true;
      }
    }
    return false;
  }
}
