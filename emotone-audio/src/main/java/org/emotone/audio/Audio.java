package org.emotone.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads audio: WAV, FLAC and Ogg-Opus, recognised by content and never by name.
 *
 * <p>What is wrong with a file is told by an {@link AudioException}; a file that is missing or
 * cannot be opened by another {@link IOException}. The messages of both are for the user.
 */
public final class Audio {
  private static final int BLOCK_FRAMES = 4096;
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private Audio() {}

  /** Opens a file to decode it block by block. */
  public static AudioStream open(Path file, AudioLimits limits) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a folder, not an audio file");
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "no such file");
    }
    long size = Files.isRegularFile(file) ? Files.size(file) : -1;
    limits.checkBytes(file.toString(), size);
    return open(new Source(Files.newInputStream(file), file.toString(), size, limits));
  }

  /**
   * Takes over a stream of encoded bytes to decode it block by block.
   *
   * @param in closed with the stream that is returned, and if this method fails
   * @param name what messages call it
   */
  public static AudioStream open(InputStream in, String name, AudioLimits limits)
      throws IOException {
    return open(new Source(in, name, -1, limits));
  }

  /** Reads a whole file within {@link AudioLimits#DEFAULT}. */
  public static Waveform read(Path file) throws IOException {
    return read(file, AudioLimits.DEFAULT);
  }

  /**
   * Reads a whole file.
   *
   * @return the mean of the channels at the file's own sample rate
   */
  public static Waveform read(Path file, AudioLimits limits) throws IOException {
    try (AudioStream stream = open(file, limits)) {
      return mono(stream, file.toString());
    }
  }

  /**
   * Reads a whole stream of encoded bytes and closes it.
   *
   * @param name what messages call it
   * @return the mean of the channels at the audio's own sample rate
   */
  public static Waveform read(InputStream in, String name, AudioLimits limits) throws IOException {
    try (AudioStream stream = open(in, name, limits)) {
      return mono(stream, name);
    }
  }

  private static AudioStream open(Source source) throws IOException {
    try {
      AudioStream stream =
          switch (Container.recognise(source)) {
            case WAV -> new WavStream(source);
            case FLAC -> new FlacStream(source);
            case OGG -> new OpusStream(source);
          };
      return new CheckedStream(stream, source.name(), source.limits());
    } catch (IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  private static Waveform mono(AudioStream stream, String name) throws IOException {
    int channels = stream.properties().channels();
    float[] block = new float[BLOCK_FRAMES * channels];
    // A header may promise anything: the array grows with what is really decoded.
    long promised = Math.max(BLOCK_FRAMES, stream.properties().frames());
    float[] samples = new float[(int) Math.min(promised, 1 << 20)];
    int length = 0;
    for (int got; (got = stream.read(block, 0, BLOCK_FRAMES)) > 0; length += got) {
      if (got > samples.length - length) {
        samples = Arrays.copyOf(samples, grown(length, got, name));
      }
      for (int frame = 0; frame < got; frame++) {
        samples[length + frame] = mean(block, frame * channels, channels);
      }
    }
    float[] exact = samples.length == length ? samples : Arrays.copyOf(samples, length);
    return new Waveform(exact, stream.properties().sampleRate());
  }

  private static int grown(int length, int more, String name) throws AudioLimitException {
    if (length > LARGEST_ARRAY - more) {
      throw new AudioLimitException(
          name + ": too long to be held in memory at once; cut it into parts");
    }
    return (int) Math.min(LARGEST_ARRAY, Math.max(length + more, length * 2L));
  }

  private static float mean(float[] interleaved, int from, int channels) {
    if (channels == 1) {
      return interleaved[from];
    }
    double sum = 0;
    for (int channel = 0; channel < channels; channel++) {
      sum += interleaved[from + channel];
    }
    return (float) (sum / channels);
  }
}
