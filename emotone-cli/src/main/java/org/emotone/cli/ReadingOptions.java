package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioOptions;
import org.emotone.audio.AudioStream;
import org.emotone.audio.RawFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How recordings are to be read. */
final class ReadingOptions {

  /** Stands for standard input among the arguments. */
  static final Path STANDARD_INPUT = Path.of("-");

  @Option(
      names = "--raw",
      paramLabel = "FORMAT",
      converter = RawConverter.class,
      description = {
        "The files are samples without a header: their coding, rate in Hz and channels, such as "
            + "s16le:16000:1. Codings are those of FFmpeg: u8, s16le, f32le, alaw …"
      })
  private @Nullable RawFormat raw;

  @Option(
      names = "--partial",
      description =
          "Of a truncated or damaged file hear what comes before the fault, with a warning.")
  private boolean partial;

  AudioOptions options() {
    AudioOptions options = partial ? AudioOptions.DEFAULT.toleratingFaults() : AudioOptions.DEFAULT;
    return raw == null ? options : options.as(raw);
  }

  /**
   * Opens a recording as the options say.
   *
   * @param file {@link #STANDARD_INPUT} for what comes from there
   */
  AudioStream open(Path file) throws IOException {
    return file.equals(STANDARD_INPUT)
        ? Audio.open(System.in, name(file), options())
        : Audio.open(file, options());
  }

  /** What messages call a recording. */
  static String name(Path file) {
    return file.equals(STANDARD_INPUT) ? "standard input" : file.toString();
  }

  /** Keeps the words in which the format says what is wrong with a text. */
  static final class RawConverter implements ITypeConverter<RawFormat> {
    @Override
    public RawFormat convert(String text) {
      try {
        return RawFormat.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
