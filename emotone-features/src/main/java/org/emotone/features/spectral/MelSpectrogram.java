package org.emotone.features.spectral;

import org.emotone.features.check.Finite;

/**
 * Power in mel bands over time: librosa 0.11's {@code melspectrogram} with {@code power=2}.
 *
 * <p>Transform and filters are applied frame by frame, so that the spectrogram, which is 8 to 20
 * times larger, is never in memory. An instance is immutable and shared by threads.
 */
public final class MelSpectrogram {

  private final Stft stft;
  private final MelFilterBank filters;

  /**
   * Bands of a transform.
   *
   * @throws IllegalArgumentException if the filters are made for another length of transform
   */
  public MelSpectrogram(Stft stft, MelFilterBank filters) {
    if (stft.bins() != filters.bins()) {
      throw new IllegalArgumentException(
          "the filters are for "
              + filters.bins()
              + " bins but the transform has "
              + stft.bins()
              + "; make both for one fftSize");
    }
    this.stft = stft;
    this.filters = filters;
  }

  /**
   * The power in the bands, {@code [frames][bands]}.
   *
   * @throws IllegalArgumentException if the clip is empty, holds a sample that is not finite, or is
   *     too long for an array
   */
  public Spectrogram power(float[] samples) {
    Finite.check(samples);
    int bands = filters.bands();
    int frames = stft.checkedFrames(samples.length, bands);
    float[] padded = stft.padding().pad(samples, stft.fftSize());
    StftPlan plan = StftPlan.of(stft);
    double[] values = new double[frames * bands];
    LanePower lanes = plan.lanes(frames);
    if (lanes != null) {
      lanes.forEach(
          padded, frames, (power, first, count) -> filters.apply(power, values, first, count));
      return new Spectrogram(values, frames, bands);
    }
    double[] spectrum = new double[stft.fftSize()];
    double[] power = new double[stft.bins()];
    for (int frame = 0; frame < frames; frame++) {
      plan.power(padded, frame * stft.hop(), spectrum, power, 0);
      filters.apply(power, 0, values, frame * bands);
    }
    return new Spectrogram(values, frames, bands);
  }
}
