package org.emotone.audio.codec.mp3;

import java.io.IOException;
import java.util.List;
import org.emotone.audio.AudioFormat;
import org.emotone.audio.AudioSource;
import org.emotone.audio.AudioStream;
import org.jspecify.annotations.Nullable;

/** MP3, and the older layers of MPEG audio. */
public final class Mp3 implements AudioFormat {
  /** Frames in a row that are proof where the first bytes are something else. */
  private static final int PROOF = 3;

  @Override
  public List<String> names() {
    return List.of("MP3");
  }

  /** There is no magic number: eleven bits that are one begin a frame. */
  @Override
  public int order() {
    return 100;
  }

  @Override
  public boolean recognises(byte[] head) {
    FrameHeader first = FrameHeader.of(head, 0);
    if (first != null && follows(head, 0, first, 1)) {
      return true;
    }
    for (int at = 1; at < head.length; at++) {
      FrameHeader header = FrameHeader.of(head, at);
      if (header != null
          && at + header.frameBytes() < head.length
          && follows(head, at, header, PROOF)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a frame has others behind it, as far as there are bytes. */
  private static boolean follows(byte[] head, int at, FrameHeader first, int frames) {
    int next = at;
    @Nullable FrameHeader header = first;
    for (int i = 0; i < frames; i++) {
      next += header.frameBytes();
      if (head.length - next < FrameHeader.BYTES) {
        return true;
      }
      header = FrameHeader.of(head, next);
      if (header == null || !header.goesWith(first)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public AudioStream open(AudioSource source) throws IOException {
    return new Mp3Stream(source, new Frames(source));
  }
}
