package org.emotone.audio.codec.vorbis;

import com.jcraft.jogg.Packet;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import java.nio.charset.StandardCharsets;
import org.emotone.audio.AudioException;
import org.emotone.audio.AudioSource;
import org.emotone.audio.DamagedAudioException;
import org.emotone.audio.codec.PacketDecoder;

/** Decodes Vorbis with JOrbis. */
public final class VorbisPackets implements PacketDecoder {
  /** Kind and name before each header. */
  private static final int START_BYTES = 7;

  /** A comment header that says nothing: JOrbis wants one, and real ones may hold pictures. */
  private static final byte[] NO_COMMENT = {
    3, 'v', 'o', 'r', 'b', 'i', 's', 0, 0, 0, 0, 0, 0, 0, 0, 1
  };

  private final AudioSource in;
  private final VorbisHead head;
  private final boolean[] longModes;
  private final DspState synthesis = new DspState();
  private final Block block;
  private final Packet packet = new Packet();
  private final float[][][] views = new float[1][][];
  private final int[] offsets;
  private final float[][] decoded;

  /** Samples of the block before the next one; 0 before the first. */
  private int lastAsked;

  private VorbisPackets(AudioSource in, VorbisHead head, boolean[] longModes, Info info) {
    this.in = in;
    this.head = head;
    this.longModes = longModes;
    synthesis.synthesis_init(info);
    this.block = new Block(synthesis);
    this.offsets = new int[head.channels()];
    this.decoded = new float[head.channels()][head.longBlock()];
  }

  /** Whether a packet is the identification header. */
  public static boolean recognises(byte[] data, int start, int length) {
    return isHeader(data, start, length, 1);
  }

  /** Whether a packet is the comment header. */
  public static boolean isComment(byte[] data, int start, int length) {
    return isHeader(data, start, length, 3);
  }

  private static boolean isHeader(byte[] data, int start, int length, int kind) {
    return length >= START_BYTES
        && data[start] == kind
        && new String(data, start + 1, START_BYTES - 1, StandardCharsets.ISO_8859_1)
            .equals("vorbis");
  }

  /**
   * Begins with two of the three headers.
   *
   * @param identification the first packet
   * @param setup the third packet
   */
  public static VorbisPackets of(AudioSource in, byte[] identification, byte[] setup)
      throws AudioException {
    VorbisHead head = VorbisHead.of(in, identification);
    if (!isHeader(setup, 0, setup.length, 5)) {
      throw in.damaged("Vorbis lacks its setup header");
    }
    SetupBits bits = new SetupBits(in, setup, START_BYTES * 8L);
    boolean[] longModes = SetupCheck.modes(bits, head.channels(), head.longBlock());
    Info info = new Info();
    Comment comment = new Comment();
    info.init();
    comment.init();
    try {
      for (byte[] header : new byte[][] {identification, NO_COMMENT, setup}) {
        Packet packet = new Packet();
        packet.b_o_s = header == identification ? 1 : 0;
        packet.packet_base = header;
        packet.bytes = header.length;
        if (info.synthesis_headerin(comment, packet) < 0) {
          throw in.damaged("Vorbis headers cannot be used");
        }
      }
      return new VorbisPackets(in, head, longModes, info);
    } catch (RuntimeException e) {
      throw unusable(in, "headers", e);
    }
  }

  private static DamagedAudioException unusable(AudioSource in, String what, RuntimeException e) {
    return in.damaged(
        "Vorbis %s cannot be decoded (%s)".formatted(what, e.getClass().getSimpleName()));
  }

  @Override
  public String codec() {
    return "Vorbis";
  }

  @Override
  public int sampleRate() {
    return head.sampleRate();
  }

  @Override
  public int channels() {
    return head.channels();
  }

  @Override
  public int delay() {
    return 0;
  }

  /** A block overlaps with the one before it by half of each (Vorbis I, 4.3.8). */
  @Override
  public int duration(byte[] data, int start, int length) throws DamagedAudioException {
    if (length == 0) {
      return 0;
    }
    int current = longModes[mode(data, start)] ? head.longBlock() : head.shortBlock();
    int frames = lastAsked == 0 ? 0 : (lastAsked + current) / 4;
    lastAsked = current;
    return frames;
  }

  private int mode(byte[] data, int start) throws DamagedAudioException {
    int width = SetupBits.width(longModes.length - 1);
    int mode = ((data[start] & 0xFF) >> 1) & ((1 << width) - 1);
    if ((data[start] & 1) != 0 || mode >= longModes.length) {
      throw in.damaged("Vorbis packet is no audio");
    }
    return mode;
  }

  @Override
  public int decode(byte[] data, int start, int length) throws DamagedAudioException {
    if (length == 0) {
      return 0;
    }
    mode(data, start);
    packet.packet_base = data;
    packet.packet = start;
    packet.bytes = length;
    packet.granulepos = -1;
    try {
      if (block.synthesis(packet) != 0) {
        throw in.damaged("Vorbis packet cannot be decoded");
      }
      synthesis.synthesis_blockin(block);
      return collect();
    } catch (RuntimeException e) {
      throw unusable(in, "packet", e);
    }
  }

  private int collect() {
    int frames = 0;
    for (int got; (got = synthesis.synthesis_pcmout(views, offsets)) > 0; frames += got) {
      for (int channel = 0; channel < decoded.length; channel++) {
        System.arraycopy(views[0][channel], offsets[channel], decoded[channel], frames, got);
      }
      synthesis.synthesis_read(got);
    }
    return frames;
  }

  @Override
  public void copy(int from, int frames, float[] interleaved, int offset) {
    for (int channel = 0; channel < decoded.length; channel++) {
      for (int i = 0; i < frames; i++) {
        interleaved[offset + i * decoded.length + channel] = decoded[channel][from + i];
      }
    }
  }
}
