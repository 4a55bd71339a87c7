package org.emotone.audio.codec.matroska;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.emotone.audio.AudioException;
import org.emotone.audio.AudioFormat;
import org.emotone.audio.AudioSource;
import org.emotone.audio.AudioStream;
import org.emotone.audio.codec.PacketDecoder;
import org.emotone.audio.codec.opus.OpusPackets;
import org.emotone.audio.codec.vorbis.VorbisPackets;

/** The first sound track of Matroska and WebM: Opus, Vorbis, FLAC, MP3 or PCM. */
public final class Matroska implements AudioFormat {
  @Override
  public List<String> names() {
    return List.of("WebM");
  }

  @Override
  public boolean recognises(byte[] head) {
    return head.length >= 4 && ByteBuffer.wrap(head).getInt(0) == Id.EBML;
  }

  @Override
  public AudioStream open(AudioSource source) throws IOException {
    Blocks blocks = new Blocks(source);
    List<Track> tracks = blocks.tracks();
    Track track =
        tracks.stream()
            .filter(Track::audio)
            .findFirst()
            .orElseThrow(() -> source.damaged("Matroska has no sound track"));
    blocks.follow(track.number());
    if (track.encoded()) {
      throw source.unsupported("Matroska holds packets that are compressed or encrypted once more");
    }
    return switch (track.codec()) {
      case "A_OPUS" -> new MatroskaStream(source, blocks, opus(source, track.setup()));
      case "A_VORBIS" -> new MatroskaStream(source, blocks, vorbis(source, track.setup()));
      default -> EmbeddedStream.of(source, blocks, track);
    };
  }

  private static PacketDecoder opus(AudioSource source, byte[] setup) throws AudioException {
    if (!OpusPackets.recognises(setup, 0, setup.length)) {
      throw source.damaged("Opus lacks its header");
    }
    return OpusPackets.of(source, setup, 0, setup.length);
  }

  /** All three headers, laced in the manner of Xiph. */
  private static PacketDecoder vorbis(AudioSource source, byte[] setup) throws AudioException {
    ByteBuffer laced = ByteBuffer.wrap(setup);
    if (setup.length < 1 || laced.get() != 2) {
      throw source.damaged("Vorbis lacks its headers");
    }
    int[] sizes = new int[3];
    Lacing.xiph(source, laced, sizes);
    if (sizes[2] < 0 || sizes[0] + sizes[1] > laced.remaining()) {
      throw source.damaged("Vorbis has headers that are longer than what they lie in");
    }
    byte[] identification = new byte[sizes[0]];
    laced.get(identification).position(laced.position() + sizes[1]);
    byte[] books = new byte[sizes[2]];
    laced.get(books);
    return VorbisPackets.of(source, identification, books);
  }
}
