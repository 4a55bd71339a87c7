package org.emotone.audio.codec.ogg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.emotone.audio.AudioException;
import org.emotone.audio.AudioFormat;
import org.emotone.audio.AudioSource;
import org.emotone.audio.AudioStream;
import org.emotone.audio.codec.PacketDecoder;
import org.emotone.audio.codec.opus.OpusPackets;

/** Ogg with Opus in it (RFC 7845). */
public final class Ogg implements AudioFormat {
  @Override
  public List<String> names() {
    return List.of("Ogg-Opus");
  }

  @Override
  public boolean recognises(byte[] head) {
    return head.length >= 4 && new String(head, 0, 4, StandardCharsets.ISO_8859_1).equals("OggS");
  }

  @Override
  public AudioStream open(AudioSource source) throws IOException {
    OggPackets packets = new OggPackets(source);
    if (!packets.advance()) {
      throw source.cut("Ogg");
    }
    return new OggStream(source, packets, decoder(source, packets));
  }

  private static PacketDecoder decoder(AudioSource source, OggPackets packets) throws IOException {
    byte[] data = packets.data();
    int start = packets.start();
    int length = packets.length();
    if (OpusPackets.recognises(data, start, length)) {
      OpusPackets decoder = OpusPackets.of(source, data, start, length);
      passOpusTags(source, packets);
      return decoder;
    }
    throw unsupported(
        source, new String(data, start, Math.min(length, 8), StandardCharsets.ISO_8859_1));
  }

  private static void passOpusTags(AudioSource source, OggPackets packets) throws IOException {
    boolean tags =
        packets.advance()
            && packets.length() >= 8
            && new String(packets.data(), packets.start(), 8, StandardCharsets.ISO_8859_1)
                .equals("OpusTags");
    if (!tags) {
      throw source.damaged("Opus lacks its comment header");
    }
  }

  private static AudioException unsupported(AudioSource source, String head) {
    String codec = head.startsWith("Speex") ? "Speex" : "an unknown codec";
    return source.unsupported(
        "Ogg holds %s; supported in Ogg is Opus"
            .formatted(head.startsWith("\u0080theora") ? "Theora video" : codec));
  }
}
