package org.emotone.audio.codec.ogg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.emotone.audio.AudioException;
import org.emotone.audio.AudioFormat;
import org.emotone.audio.AudioSource;
import org.emotone.audio.AudioStream;
import org.emotone.audio.codec.PacketDecoder;
import org.emotone.audio.codec.opus.OpusPackets;
import org.emotone.audio.codec.vorbis.VorbisPackets;

/** Ogg with Opus (RFC 7845), Vorbis or FLAC in it. */
public final class Ogg implements AudioFormat {
  @Override
  public List<String> names() {
    return List.of("Ogg-Opus", "Ogg-Vorbis");
  }

  @Override
  public boolean recognises(byte[] head) {
    return head.length >= 4 && new String(head, 0, 4, StandardCharsets.ISO_8859_1).equals("OggS");
  }

  @Override
  public AudioStream open(AudioSource source) throws IOException {
    OggPackets packets = new OggPackets(source);
    next(source, packets);
    if (OggFlac.recognises(packets)) {
      return OggFlac.open(source, packets);
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
    if (VorbisPackets.recognises(data, start, length)) {
      byte[] identification = Arrays.copyOfRange(data, start, start + length);
      return VorbisPackets.of(source, identification, vorbisSetup(source, packets));
    }
    String head = new String(data, start, Math.min(length, 8), StandardCharsets.ISO_8859_1);
    throw unsupported(source, head);
  }

  /** The third header; the second, which may be long, is passed over. */
  private static byte[] vorbisSetup(AudioSource source, OggPackets packets) throws IOException {
    next(source, packets);
    boolean comment = VorbisPackets.isComment(packets.data(), packets.start(), packets.length());
    next(source, packets);
    if (!comment || packets.shortened()) {
      throw source.damaged("Vorbis lacks a header");
    }
    return Arrays.copyOfRange(packets.data(), packets.start(), packets.start() + packets.length());
  }

  private static void passOpusTags(AudioSource source, OggPackets packets) throws IOException {
    next(source, packets);
    boolean tags =
        packets.length() >= 8
            && new String(packets.data(), packets.start(), 8, StandardCharsets.ISO_8859_1)
                .equals("OpusTags");
    if (!tags) {
      throw source.damaged("Opus lacks its comment header");
    }
  }

  /** Goes to the next header; a file that ends where one belongs was cut between two pages. */
  private static void next(AudioSource source, OggPackets packets) throws IOException {
    if (!packets.advance()) {
      throw source.cut("Ogg");
    }
  }

  private static AudioException unsupported(AudioSource source, String head) {
    String codec = head.startsWith("Speex") ? "Speex" : "an unknown codec";
    return source.unsupported(
        "Ogg holds %s; supported in Ogg are Opus, Vorbis and FLAC"
            .formatted(head.startsWith("\u0080theora") ? "Theora video" : codec));
  }
}
