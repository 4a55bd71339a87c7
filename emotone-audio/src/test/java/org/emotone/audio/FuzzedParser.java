package org.emotone.audio;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.emotone.audio.codec.flac.AnySubframes;
import org.emotone.audio.codec.flac.Flac;
import org.emotone.audio.codec.matroska.Matroska;
import org.emotone.audio.codec.mp3.Mp3;
import org.emotone.audio.codec.ogg.Ogg;
import org.emotone.audio.codec.pcm.Aiff;
import org.emotone.audio.codec.pcm.Au;
import org.emotone.audio.codec.pcm.Wav;
import org.jspecify.annotations.Nullable;

/** The parsers that are fuzzed, and what must hold for any bytes at all. */
enum FuzzedParser {
  WAV(".*\\.wav"),
  AIFF(".*\\.aif[fc]"),
  AU(".*\\.au"),
  FLAC(".*\\.flac"),
  FLAC_SUBFRAMES(".*blocks100\\.flac"),
  OPUS(".*\\.opus"),
  VORBIS("vorbis.*\\.ogg"),
  MP3(".*\\.mp[23]"),
  WEBM(".*\\.(webm|mka)");

  /**
   * Small, so that an input takes milliseconds; what they bound is bounded alike for larger ones.
   */
  private static final AudioLimits LIMITS = new AudioLimits(1 << 20, 5, 8, 1000, 192_000, 512);

  private static final int BLOCK_FRAMES = 1024;
  private static final long NANOS_PER_KILOBYTE = 1_000_000_000L;

  /** Of a decoder at rest: tables, windows, and blocks of the longest kind. */
  private static final long FREE_BYTES = 96L << 20;

  /**
   * What a decoder may leave behind for each frame; Concentus leaves 14 KiB in interpreted code.
   */
  private static final long GARBAGE_BYTES = 1 << 16;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final String seeds;

  FuzzedParser(String seeds) {
    this.seeds = seeds;
  }

  private AudioFormat format() {
    return switch (this) {
      case WAV -> new Wav();
      case AIFF -> new Aiff();
      case AU -> new Au();
      case FLAC, FLAC_SUBFRAMES -> new Flac();
      case OPUS, VORBIS -> new Ogg();
      case MP3 -> new Mp3();
      case WEBM -> new Matroska();
    };
  }

  /** Fixtures to begin with. */
  List<byte[]> seeds() {
    return Fixture.all().stream()
        .filter(fixture -> fixture.name().matches(seeds))
        .map(Fixture::bytes)
        .toList();
  }

  /** Loads the decoder's classes: a fuzzer that instruments them does so at the first input. */
  void warmUp() {
    for (byte[] seed : seeds()) {
      read(seed, AudioOptions.DEFAULT.within(LIMITS));
    }
  }

  /**
   * Decodes to the end. Only what {@link Audio} documents may be thrown; neither time (1 s per
   * kilobyte, of this thread) nor memory may get out of hand.
   */
  void decode(byte[] input) {
    byte[] data = this == OPUS || this == VORBIS ? OggFile.withRightSums(input) : input;
    long begun = THREADS.getCurrentThreadCpuTime();
    long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    long frames = 0;
    for (AudioOptions options :
        List.of(AudioOptions.DEFAULT, AudioOptions.DEFAULT.toleratingFaults())) {
      frames += read(data, options.within(LIMITS));
    }
    long time = THREADS.getCurrentThreadCpuTime() - begun;
    long memory = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated;
    if (time > 2 * NANOS_PER_KILOBYTE * (1 + data.length / 1024)) {
      throw new AssertionError("took %d ms for %d bytes".formatted(time / 1_000_000, data.length));
    }
    if (memory > 2 * (FREE_BYTES + 4096L * data.length) + GARBAGE_BYTES * frames) {
      throw new AssertionError("took %d bytes of memory for %d".formatted(memory, data.length));
    }
  }

  private long read(byte[] data, AudioOptions options) {
    long frames = 0;
    AudioSource source = new AudioSource(new ByteArrayInputStream(data), "clip", null, -1, options);
    try (AudioStream stream = open(source)) {
      if (stream == null) {
        return 0;
      }
      float[] block = new float[BLOCK_FRAMES * stream.properties().channels()];
      for (int got; (got = stream.read(block, 0, BLOCK_FRAMES)) != -1; ) {
        if (got < 1 || got > BLOCK_FRAMES) {
          throw new AssertionError("decoded " + got + " frames");
        }
        frames += got;
      }
    } catch (AudioException e) {
      check(e);
    } catch (IOException e) {
      throw new AssertionError("bytes in memory cannot fail to be read", e);
    }
    return frames;
  }

  private @Nullable AudioStream open(AudioSource source) throws IOException {
    if (this == FLAC_SUBFRAMES) {
      AnySubframes.decode(source);
      return null;
    }
    return Audio.open(source, format());
  }

  private static void check(AudioException e) {
    String message = String.valueOf(e.getMessage());
    if (!message.startsWith("clip: ") || message.contains("\n") || !e.file().equals("clip")) {
      throw new AssertionError("message is " + message, e);
    }
  }
}
