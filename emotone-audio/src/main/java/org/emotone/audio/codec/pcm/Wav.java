package org.emotone.audio.codec.pcm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.emotone.audio.AudioFormat;
import org.emotone.audio.AudioSource;
import org.emotone.audio.AudioStream;
import org.emotone.audio.PcmStream;

/** WAV, and RF64 and BW64, which hold more than 4 GiB. */
public final class Wav implements AudioFormat {
  @Override
  public List<String> names() {
    return List.of("WAV");
  }

  @Override
  public boolean recognises(byte[] head) {
    String start = new String(head, 0, Math.min(12, head.length), StandardCharsets.ISO_8859_1);
    return start.length() == 12
        && start.endsWith("WAVE")
        && (start.startsWith("RIFF") || start.startsWith("RF64") || start.startsWith("BW64"));
  }

  @Override
  public AudioStream open(AudioSource source) throws IOException {
    WavHeader header = WavHeader.read(source);
    return new PcmStream(source, "WAV", header.format(), header.dataBytes());
  }
}
