package org.emotone.audio.codec.opus;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusMSDecoder;
import java.nio.charset.StandardCharsets;
import org.emotone.audio.AudioException;
import org.emotone.audio.AudioSource;
import org.emotone.audio.DamagedAudioException;
import org.emotone.audio.codec.PacketDecoder;

/** Decodes Opus at 48 kHz with Concentus and applies the output gain. */
public final class OpusPackets implements PacketDecoder {
  /** The sample rate of what is decoded, in Hz, whatever was encoded. */
  public static final int RATE = 48_000;

  /** The longest packet has 120 ms. */
  private static final int MAX_PACKET_FRAMES = RATE * 120 / 1000;

  private final AudioSource in;
  private final OpusHead head;
  private final Engine engine;
  private final float scale;
  private final short[] decoded;

  private OpusPackets(AudioSource in, OpusHead head) throws OpusException {
    this.in = in;
    this.head = head;
    this.engine = engine(head);
    this.scale = head.gain() * 0x1p-15f;
    this.decoded = new short[MAX_PACKET_FRAMES * head.channels()];
  }

  /** One of the two decoders of Concentus; returns frames, or a negative number for an error. */
  @FunctionalInterface
  private interface Engine {
    int decode(byte[] data, int start, int length, short[] decoded) throws OpusException;
  }

  /** Whether a packet is the identification header. */
  public static boolean recognises(byte[] data, int start, int length) {
    int shown = Math.min(length, 8);
    return new String(data, start, shown, StandardCharsets.ISO_8859_1).equals("OpusHead");
  }

  /** Begins with the identification header. */
  public static OpusPackets of(AudioSource in, byte[] data, int start, int length)
      throws AudioException {
    OpusHead head = OpusHead.of(in, data, start, length);
    try {
      return new OpusPackets(in, head);
    } catch (OpusException | RuntimeException e) {
      throw in.damaged("Opus header cannot be used (" + e.getMessage() + ")");
    }
  }

  private static Engine engine(OpusHead head) throws OpusException {
    if (head.streams() == 1 && head.channels() == head.coupled() + 1) {
      OpusDecoder decoder = new OpusDecoder(RATE, head.channels());
      return (data, start, length, decoded) ->
          decoder.decode(data, start, length, decoded, 0, MAX_PACKET_FRAMES, false);
    }
    OpusMSDecoder decoder =
        OpusMSDecoder.create(RATE, head.channels(), head.streams(), head.coupled(), head.mapping());
    return (data, start, length, decoded) ->
        decoder.decodeMultistream(data, start, length, decoded, 0, MAX_PACKET_FRAMES, 0);
  }

  @Override
  public String codec() {
    return "Opus";
  }

  @Override
  public int sampleRate() {
    return RATE;
  }

  @Override
  public int channels() {
    return head.channels();
  }

  @Override
  public int delay() {
    return head.preSkip();
  }

  @Override
  public int decode(byte[] data, int start, int length) throws DamagedAudioException {
    int expected = duration(data, start, length);
    int got;
    try {
      got = engine.decode(data, start, length, decoded);
    } catch (OpusException | RuntimeException | AssertionError e) {
      // Concentus throws AssertionError itself when damaged data overflow its fixed-point numbers.
      throw in.damaged("Opus packet cannot be decoded (" + e.getMessage() + ")");
    }
    if (got != expected) {
      throw in.damaged("Opus packet decodes to %d frames, expected %d".formatted(got, expected));
    }
    return got;
  }

  @Override
  public void copy(int from, int frames, float[] interleaved, int offset) {
    int channels = head.channels();
    for (int i = 0; i < frames * channels; i++) {
      interleaved[offset + i] = decoded[from * channels + i] * scale;
    }
  }

  /** Frames in a packet at 48 kHz, from its first bytes (RFC 6716, 3.1 and 3.2). */
  @Override
  public int duration(byte[] data, int start, int length) throws DamagedAudioException {
    int code = length < 1 ? 3 : data[start] & 3;
    if (length < 1 || (code == 3 && length < 2)) {
      throw in.damaged("Opus packet has an impossible length");
    }
    int frames =
        switch (code) {
          case 0 -> 1;
          case 3 -> data[start + 1] & 0x3F;
          default -> 2;
        };
    int total = frames * frameLength((data[start] & 0xFF) >> 3);
    if (total < 1 || total > MAX_PACKET_FRAMES) {
      throw in.damaged("Opus packet has an impossible duration");
    }
    return total;
  }

  /** Frames of one coded frame at 48 kHz by configuration number (RFC 6716, table 2). */
  private static int frameLength(int configuration) {
    if (configuration < 12) {
      return (configuration & 3) == 3 ? 2880 : 480 << (configuration & 3);
    }
    return configuration < 16 ? 480 << (configuration & 1) : 120 << (configuration & 3);
  }
}
