package org.emotone.server.stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.audio.SampleFormat;
import org.emotone.server.recognition.ClassView;
import org.emotone.server.recognition.RecognitionOptions;
import org.emotone.timeline.TimelineSettings;
import org.jspecify.annotations.Nullable;

/**
 * How a stream comes and what is wanted of it.
 *
 * @param encoding how samples are coded
 * @param sampleRate in Hz, 1000 to 384 000
 * @param channels 1 to 8, side by side
 * @param model the name of a model; null for the default
 * @param view the classes of the answers
 * @param settings how speech is cut and smoothed
 */
record StreamConfig(
    Encoding encoding,
    int sampleRate,
    int channels,
    @Nullable String model,
    ClassView view,
    TimelineSettings settings) {

  /** Speech as most send it: 16 bits, 16 kHz, one channel. */
  static final StreamConfig DEFAULT =
      new StreamConfig(Encoding.S16LE, 16_000, 1, null, ClassView.MODEL, TimelineSettings.DEFAULT);

  private static final int MOST_CHANNELS = 8;
  private static final int LOWEST_RATE = 1000;
  private static final int HIGHEST_RATE = 384_000;

  /** How samples are coded. */
  enum Encoding {
    /** 16-bit integers, little-endian. */
    @JsonProperty("s16le")
    S16LE(SampleFormat.S16LE),

    /** 32-bit floating-point numbers, little-endian. */
    @JsonProperty("f32le")
    F32LE(SampleFormat.F32LE);

    private final SampleFormat format;

    Encoding(SampleFormat format) {
      this.format = format;
    }

    SampleFormat format() {
      return format;
    }
  }

  /** Checks the ranges. */
  StreamConfig {
    if (sampleRate < LOWEST_RATE || sampleRate > HIGHEST_RATE) {
      throw new IllegalArgumentException(
          "sampleRate must be from 1000 to 384000 Hz, was " + sampleRate);
    }
    if (channels < 1 || channels > MOST_CHANNELS) {
      throw new IllegalArgumentException("channels must be from 1 to 8, was " + channels);
    }
  }

  /**
   * What a client wants to be different; null stays as it is.
   *
   * @param encoding how samples are coded
   * @param sampleRate in Hz
   * @param channels how many
   * @param model the name of a model
   * @param view the classes of the answers
   * @param window length of a window in seconds
   * @param step from one window to the next in seconds
   * @param stickiness how likely an emotion is to last
   */
  record Update(
      @Nullable Encoding encoding,
      @Nullable Integer sampleRate,
      @Nullable Integer channels,
      @Nullable String model,
      @Nullable ClassView view,
      @Nullable Double window,
      @Nullable Double step,
      @Nullable Double stickiness) {}

  /**
   * The configuration after an update; values of the timeline that it does not name have their
   * defaults.
   *
   * @throws IllegalArgumentException naming the value out of its range
   */
  StreamConfig with(Update update) {
    return new StreamConfig(
        update.encoding() == null ? encoding : update.encoding(),
        update.sampleRate() == null ? sampleRate : update.sampleRate(),
        update.channels() == null ? channels : update.channels(),
        update.model() == null ? model : update.model(),
        update.view() == null ? view : update.view(),
        RecognitionOptions.settings(update.window(), update.step(), update.stickiness()));
  }

  /** Bytes of a frame: a sample of each channel. */
  int frameBytes() {
    return encoding.format().bytes() * channels;
  }

  /** Bytes of a second. */
  long secondBytes() {
    return (long) frameBytes() * sampleRate;
  }

  /**
   * What is wrong with a message of sound; null if nothing is.
   *
   * @param mostSeconds the longest that it may last
   */
  @Nullable String fault(byte[] bytes, double mostSeconds) {
    if (bytes.length == 0 || bytes.length % frameBytes() != 0) {
      return "a message of sound must be whole frames of %d bytes, this one has %d bytes"
          .formatted(frameBytes(), bytes.length);
    }
    double seconds = (double) bytes.length / secondBytes();
    if (seconds > mostSeconds) {
      return "a message of sound may last %.0f s, this one lasts %.1f s"
          .formatted(mostSeconds, seconds);
    }
    if (encoding.format().floating()) {
      float[] samples = new float[bytes.length / encoding.format().bytes()];
      encoding.format().decode(bytes, samples, 0, samples.length);
      for (int i = 0; i < samples.length; i++) {
        if (!Float.isFinite(samples[i])) {
          return "sample %d is no finite number".formatted(i);
        }
      }
    }
    return null;
  }
}
