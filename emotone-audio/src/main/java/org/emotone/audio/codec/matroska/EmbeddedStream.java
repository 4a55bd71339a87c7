package org.emotone.audio.codec.matroska;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import org.emotone.audio.AudioException;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioSource;
import org.emotone.audio.AudioStream;
import org.emotone.audio.PcmStream;
import org.emotone.audio.RawFormat;
import org.emotone.audio.SampleFormat;
import org.emotone.audio.codec.flac.Flac;
import org.emotone.audio.codec.mp3.Mp3;
import org.jspecify.annotations.Nullable;

/** Sound whose packets, one behind the other, are a file of their own. */
final class EmbeddedStream implements AudioStream {
  private final AudioStream file;
  private final AudioProperties properties;
  private long toSkip;

  private EmbeddedStream(AudioStream file, long skip) {
    AudioProperties inner = file.properties();
    this.file = file;
    this.toSkip = skip;
    this.properties =
        new AudioProperties(
            "WebM",
            inner.codec(),
            inner.sampleRate(),
            inner.channels(),
            inner.bitsPerSample(),
            inner.frames() < 0 || skip == 0 ? inner.frames() : -1);
  }

  static AudioStream of(AudioSource in, Blocks blocks, Track track) throws IOException {
    InputStream packets = new Packets(in, blocks);
    AudioStream file =
        switch (track.codec()) {
          case "A_FLAC" ->
              new Flac()
                  .open(
                      in.within(
                          new SequenceInputStream(
                              new ByteArrayInputStream(track.setup()), packets)));
          case "A_MPEG/L3" -> new Mp3().open(in.within(packets));
          default -> new PcmStream(in.within(packets), "WebM", raw(in, track), -1);
        };
    long skip = Math.round(track.delayNanos() * 1e-9 * file.properties().sampleRate());
    return new EmbeddedStream(file, Math.max(0, skip));
  }

  private static RawFormat raw(AudioSource in, Track track) throws AudioException {
    SampleFormat samples =
        switch (track.codec() + " " + track.bits()) {
          case "A_PCM/INT/LIT 8" -> SampleFormat.U8;
          case "A_PCM/INT/LIT 16" -> SampleFormat.S16LE;
          case "A_PCM/INT/LIT 24" -> SampleFormat.S24LE;
          case "A_PCM/INT/LIT 32" -> SampleFormat.S32LE;
          case "A_PCM/INT/BIG 16" -> SampleFormat.S16BE;
          case "A_PCM/INT/BIG 24" -> SampleFormat.S24BE;
          case "A_PCM/INT/BIG 32" -> SampleFormat.S32BE;
          case "A_PCM/FLOAT/IEEE 32" -> SampleFormat.F32LE;
          case "A_PCM/FLOAT/IEEE 64" -> SampleFormat.F64LE;
          default ->
              throw in.unsupported(
                  "Matroska holds sound of kind '%s'; supported are Opus, Vorbis, FLAC, MP3 and PCM"
                      .formatted(track.codec()));
        };
    long rate = track.sampleRate() < 1e9 ? Math.round(track.sampleRate()) : -1;
    in.checkFormat(track.channels(), rate);
    return new RawFormat(samples, (int) rate, (int) track.channels());
  }

  @Override
  public AudioProperties properties() {
    return properties;
  }

  @Override
  public int read(float[] interleaved, int offset, int frames) throws IOException {
    while (toSkip > 0) {
      int got = file.read(interleaved, offset, (int) Math.min(frames, toSkip));
      if (got < 0) {
        return got;
      }
      toSkip -= got;
    }
    return file.read(interleaved, offset, frames);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** The packets of a track as one stream of bytes. */
  private static final class Packets extends InputStream {
    private final AudioSource in;
    private final Blocks blocks;
    private @Nullable ByteBuffer packet = ByteBuffer.allocate(0);

    Packets(AudioSource in, Blocks blocks) {
      this.in = in;
      this.blocks = blocks;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      while (packet != null && !packet.hasRemaining()) {
        packet = blocks.packet();
      }
      if (packet == null) {
        return -1;
      }
      int count = Math.min(length, packet.remaining());
      packet.get(bytes, offset, count);
      return count;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
