package org.emotone.audio.codec.pcm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.emotone.audio.AudioFormat;
import org.emotone.audio.AudioSource;
import org.emotone.audio.AudioStream;
import org.emotone.audio.PcmStream;

/** AIFF and AIFF-C. */
public final class Aiff implements AudioFormat {
  @Override
  public List<String> names() {
    return List.of("AIFF");
  }

  @Override
  public boolean recognises(byte[] head) {
    String start = new String(head, 0, Math.min(12, head.length), StandardCharsets.ISO_8859_1);
    return start.startsWith("FORM") && (start.endsWith("AIFF") || start.endsWith("AIFC"));
  }

  @Override
  public AudioStream open(AudioSource source) throws IOException {
    AiffHeader header = AiffHeader.read(source);
    return new PcmStream(source, "AIFF", header.format(), header.dataBytes());
  }
}
