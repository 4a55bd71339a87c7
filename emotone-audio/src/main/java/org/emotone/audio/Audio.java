package org.emotone.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads audio in any format on the class path (see {@link AudioFormat}), recognised by content and
 * never by name.
 *
 * <p>What is wrong with a file is told by an {@link AudioException}; a file that is missing or
 * cannot be opened by another {@link IOException}. The messages of both are for the user.
 */
public final class Audio {
  private Audio() {}

  /** Opens a file to decode it block by block. */
  public static AudioStream open(Path file, AudioOptions options) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a folder, not an audio file");
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "no such file");
    }
    long size = Files.isRegularFile(file) ? Files.size(file) : -1;
    options.limits().checkBytes(file.toString(), size);
    InputStream in = Files.newInputStream(file);
    return open(new AudioSource(in, file.toString(), file, size, options));
  }

  /** Opens a file to decode it block by block, refusing faults. */
  public static AudioStream open(Path file, AudioLimits limits) throws IOException {
    return open(file, AudioOptions.DEFAULT.within(limits));
  }

  /**
   * Takes over a stream of encoded bytes to decode it block by block.
   *
   * @param in closed with the stream that is returned, and if this method fails
   * @param name what messages call it
   */
  public static AudioStream open(InputStream in, String name, AudioOptions options)
      throws IOException {
    return open(new AudioSource(in, name, null, -1, options));
  }

  /** Takes over a stream of encoded bytes to decode it block by block, refusing faults. */
  public static AudioStream open(InputStream in, String name, AudioLimits limits)
      throws IOException {
    return open(in, name, AudioOptions.DEFAULT.within(limits));
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
    return read(file, AudioOptions.DEFAULT.within(limits), warning -> {});
  }

  /**
   * Reads a whole file.
   *
   * @param warnings receives each of {@link AudioStream#warnings()}
   * @return the mean of the channels at the file's own sample rate
   */
  public static Waveform read(Path file, AudioOptions options, Consumer<String> warnings)
      throws IOException {
    try (AudioStream stream = open(file, options)) {
      return mono(stream, file.toString(), warnings);
    }
  }

  /**
   * Reads a whole stream of encoded bytes and closes it.
   *
   * @param name what messages call it
   * @return the mean of the channels at the audio's own sample rate
   */
  public static Waveform read(InputStream in, String name, AudioLimits limits) throws IOException {
    return read(in, name, AudioOptions.DEFAULT.within(limits), warning -> {});
  }

  /**
   * Reads a whole stream of encoded bytes and closes it.
   *
   * @param name what messages call it
   * @param warnings receives each of {@link AudioStream#warnings()}
   * @return the mean of the channels at the audio's own sample rate
   */
  public static Waveform read(
      InputStream in, String name, AudioOptions options, Consumer<String> warnings)
      throws IOException {
    try (AudioStream stream = open(in, name, options)) {
      return mono(stream, name, warnings);
    }
  }

  private static AudioStream open(AudioSource source) throws IOException {
    try {
      Optional<RawFormat> raw = source.raw();
      if (raw.isPresent()) {
        return new CheckedStream(raw(source, raw.get()), source);
      }
      AudioFormat format = Formats.recognise(source);
      try {
        return open(source, format);
      } catch (UnsupportedAudioException e) {
        return openOtherwise(source, format, e);
      }
    } catch (IOException | RuntimeException | Error e) {
      source.close();
      throw e;
    }
  }

  /** A file can be begun anew by another format; a stream cannot. */
  private static AudioStream openOtherwise(
      AudioSource source, AudioFormat failed, UnsupportedAudioException cause) throws IOException {
    List<AudioFormat> others = Formats.others(failed);
    if (source.file().isPresent() && !others.isEmpty()) {
      return open(source, others.get(0));
    }
    throw cause;
  }

  /** Opens what is known to be of a format. */
  static AudioStream open(AudioSource source, AudioFormat format) throws IOException {
    AudioStream stream = format.open(source);
    try {
      return new CheckedStream(stream, source);
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  private static AudioStream raw(AudioSource source, RawFormat raw) throws IOException {
    source.checkFormat(raw.channels(), raw.sampleRate());
    return new PcmStream(source, "raw", raw, -1);
  }

  private static Waveform mono(AudioStream stream, String name, Consumer<String> warnings)
      throws IOException {
    Waveform waveform = MonoMix.of(stream, name);
    stream.warnings().forEach(warnings);
    return waveform;
  }
}
