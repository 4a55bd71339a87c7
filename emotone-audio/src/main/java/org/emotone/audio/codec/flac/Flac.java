package org.emotone.audio.codec.flac;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.emotone.audio.AudioFormat;
import org.emotone.audio.AudioSource;
import org.emotone.audio.AudioStream;

/** FLAC files. */
public final class Flac implements AudioFormat {
  @Override
  public List<String> names() {
    return List.of("FLAC");
  }

  @Override
  public boolean recognises(byte[] head) {
    return head.length >= 4 && new String(head, 0, 4, StandardCharsets.ISO_8859_1).equals("fLaC");
  }

  @Override
  public AudioStream open(AudioSource source) throws IOException {
    return new FlacStream(source, StreamInfo.read(source));
  }
}
