package org.emotone.server.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Resampler;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.LogMel;
import org.emotone.features.Mfcc;
import org.emotone.features.image.FeatureImage;
import org.emotone.features.image.Palette;
import org.emotone.features.spectral.Spectrogram;
import org.emotone.features.spectral.Stft;
import org.emotone.server.recognition.PictureKind;

/**
 * A picture of sound over time, low frequencies at the bottom, without axes.
 *
 * @param png the picture
 * @param seconds what its width stands for
 * @param lowHz what its lower edge stands for; 0 for cepstra
 * @param highHz what its upper edge stands for; 0 for cepstra
 * @param scale how frequencies lie between them: {@code linear}, {@code mel} or {@code none}
 */
public record SoundPicture(byte[] png, double seconds, double lowHz, double highHz, String scale) {

  /** Longer recordings take too much memory. */
  public static final double MOST_SECONDS = 300;

  private static final int RATE = 16_000;
  private static final int CEPSTRA = 13;
  private static final int FFT = 512;
  private static final double RANGE_DB = 70;
  private static final double LEAST_POWER = 1e-10;

  /**
   * Makes a picture.
   *
   * @param clip of up to 300 s
   * @param width in pixels
   * @param height in pixels
   */
  public static SoundPicture of(PictureKind kind, Waveform clip, int width, int height) {
    Waveform sound = Resampler.resample(clip, RATE);
    FeatureMatrix matrix =
        switch (kind) {
          case SPECTROGRAM -> spectrogram(sound, width);
          case MEL -> LogMel.SPEECH.extract(sound);
          case MFCC -> Mfcc.of(LogMel.SPEECH, CEPSTRA, 0.0).extract(sound);
        };
    double high = highest(matrix);
    FeatureImage image = new FeatureImage(width, height, Palette.FALSE_COLOUR);
    BufferedImage picture =
        kind == PictureKind.MFCC ? image.of(matrix) : image.of(matrix, high - RANGE_DB, high);
    return switch (kind) {
      case SPECTROGRAM -> new SoundPicture(png(picture), clip.duration(), 0, RATE / 2.0, "linear");
      case MEL ->
          new SoundPicture(
              png(picture), clip.duration(), LogMel.SPEECH.minHz(), LogMel.SPEECH.maxHz(), "mel");
      case MFCC -> new SoundPicture(png(picture), clip.duration(), 0, 0, "none");
    };
  }

  /** In dB; about two frames for each pixel, so that memory does not grow with the length. */
  private static FeatureMatrix spectrogram(Waveform sound, int width) {
    int hop = Math.max(FFT / 4, sound.length() / (2 * width));
    Spectrogram power = Stft.of(FFT, hop).power(sound.samples());
    float[] values = new float[power.frames() * power.bins()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (10 * Math.log10(Math.max(LEAST_POWER, power.values()[i])));
    }
    return new FeatureMatrix(values, power.frames(), power.bins());
  }

  private static double highest(FeatureMatrix matrix) {
    double high = Double.NEGATIVE_INFINITY;
    for (float value : matrix.values()) {
      high = Math.max(high, value);
    }
    return high;
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written to", e);
    }
    return bytes.toByteArray();
  }
}
