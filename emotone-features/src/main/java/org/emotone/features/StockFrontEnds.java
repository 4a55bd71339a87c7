package org.emotone.features;

import java.util.List;
import org.emotone.features.functional.Functional;
import org.emotone.features.spectral.DeltaEdges;
import org.emotone.features.spectral.FrameNorm;
import org.emotone.features.spectral.MelNorm;
import org.emotone.features.spectral.MelScale;
import org.emotone.features.spectral.Padding;
import org.emotone.features.spectral.Reference;
import org.emotone.features.spectral.Stft;
import org.emotone.features.spectral.Window;
import org.jspecify.annotations.Nullable;

/** The parameters of the {@link Preset}s; whatever is not said is librosa's default. */
final class StockFrontEnds {

  private static final int LIBROSA_RATE = 22_050;
  private static final int SPEECH_RATE = 16_000;
  private static final Length ANY = Length.of(1, 100_000, null, null, null);

  private StockFrontEnds() {}

  /** librosa's mel bands, in dB down to 80 below the clip's loudest. */
  private static LogMel mel(int rate, Stft stft, int bands, double maxHz) {
    return new LogMel(
        (double) stft.windowLength() / rate,
        (double) stft.hop() / rate,
        bands,
        0,
        maxHz,
        MelScale.SLANEY,
        MelNorm.AREA,
        -100,
        Padding.ZERO,
        stft.fftSize(),
        Reference.FIXED,
        80.0,
        stft.window().equals(Window.HANN) ? null : stft.window());
  }

  private static LogMel mel128(int rate) {
    return mel(rate, Stft.LIBROSA, 128, rate / 2.0);
  }

  /** Chroma of amplitude: what {@code chroma_stft(S=abs(stft))} computes. */
  private static Chroma amplitudeChroma(Stft stft) {
    return Chroma.of(stft, Quantity.AMPLITUDE, 12, FrameNorm.MAXIMUM, null);
  }

  private static FrontEnd plain(
      int rate, @Nullable Trim trim, @Nullable Cut cut, Extractor features, Length length) {
    return new FrontEnd(rate, trim, cut, null, features, Normalisation.NONE, null, length);
  }

  private static FrontEnd means(@Nullable Cut cut, Extractor... parts) {
    Extractor features = parts.length == 1 ? parts[0] : new Concatenated(List.of(parts));
    Pooled pooled = new Pooled(features, List.of(Functional.MEAN));
    return plain(LIBROSA_RATE, null, cut, pooled, Length.ONE_FRAME);
  }

  private static Mfcc mfcc(int coefficients) {
    return Mfcc.of(mel128(LIBROSA_RATE), coefficients, 0.0);
  }

  static FrontEnd meanMfcc40() {
    return means(new Cut(0.5, 3, false), mfcc(40));
  }

  static FrontEnd meanLogMel128() {
    return means(null, mel128(LIBROSA_RATE));
  }

  static FrontEnd means162() {
    return means(
        new Cut(0.6, 2.5, false),
        ZeroCrossings.of(null, null, null),
        amplitudeChroma(Stft.LIBROSA),
        mfcc(20),
        Rms.of(null, null, null),
        new MelPower(mel128(LIBROSA_RATE)));
  }

  static FrontEnd means180() {
    return means(null, mfcc(40), amplitudeChroma(Stft.LIBROSA), new MelPower(mel128(LIBROSA_RATE)));
  }

  static FrontEnd means193() {
    return means(
        null,
        mfcc(40),
        amplitudeChroma(Stft.LIBROSA),
        new MelPower(mel128(LIBROSA_RATE)),
        Contrast.of(null, null),
        TonalCentroids.of(null, true));
  }

  static FrontEnd means153() {
    return means(null, mfcc(13), new MelPower(mel128(LIBROSA_RATE)), amplitudeChroma(Stft.LIBROSA));
  }

  static FrontEnd averagedMfcc216() {
    Mfcc mfcc = Mfcc.of(mel128(44_100), 13, 0.0);
    return plain(44_100, null, new Cut(0.5, 2.5, true), new CoefficientMean(mfcc), frames(216));
  }

  static FrontEnd averagedMel259() {
    LogMel mel = mel(44_100, Stft.LIBROSA, 128, 8000);
    return plain(44_100, null, new Cut(0.5, 3, true), new CoefficientMean(mel), frames(259));
  }

  /** Zero crossings, RMS and 13 MFCC of a trimmed clip that is filled up to so many samples. */
  static FrontEnd frames15(double topDb, int samples) {
    Concatenated features =
        new Concatenated(
            List.of(ZeroCrossings.of(null, null, null), Rms.of(null, null, null), mfcc(13)));
    Cut cut = new Cut(0, (double) samples / LIBROSA_RATE, true);
    return plain(
        LIBROSA_RATE, new Trim(topDb, 2048, 512), cut, features, frames(1 + samples / 512));
  }

  static FrontEnd mfcc282() {
    Stft stft = new Stft(1024, 512, 512, Window.HAMMING, Padding.ZERO);
    Mfcc mfcc = Mfcc.of(mel(48_000, stft, 128, 24_000), 40, 0.0);
    return plain(48_000, null, new Cut(0.5, 3, true), mfcc, frames(282));
  }

  static FrontEnd logMel128() {
    Stft stft = new Stft(1024, 512, 256, Window.HANN, Padding.ZERO);
    return plain(48_000, null, null, mel(48_000, stft, 128, 24_000), ANY);
  }

  static FrontEnd mfccChroma46() {
    Stft stft = Stft.of(4096, 2048);
    Mfcc mfcc = Mfcc.of(mel(48_000, stft, 128, 24_000), 34, 0.0);
    Chroma chroma = Chroma.of(stft, null, null, null, null);
    return plain(48_000, null, null, new Concatenated(List.of(mfcc, chroma)), ANY);
  }

  static FrontEnd egemaps() {
    return plain(SPEECH_RATE, null, null, Gemaps.of(null), Length.ONE_FRAME);
  }

  /**
   * 25 contours of eGeMAPSv02 and 40 spectral ones, their differences over 5 frames, and all
   * functionals of each.
   */
  static FrontEnd bruteForce() {
    Stft stft = Stft.of(512, 400, 160, null, null);
    LogMel bands = mel(SPEECH_RATE, stft, 20, 8000);
    Concatenated spectral =
        new Concatenated(
            List.of(
                Mfcc.of(mel(SPEECH_RATE, stft, 40, 8000), 13, 0.0),
                bands,
                Shapes.of(stft, null),
                Rms.of(400, 160, null),
                ZeroCrossings.of(400, 160, null)));
    return plain(
        SPEECH_RATE,
        null,
        null,
        new Concatenated(List.of(allOf(new GemapsContours()), allOf(spectral))),
        Length.ONE_FRAME);
  }

  private static Pooled allOf(Extractor contours) {
    WithDeltas moving = WithDeltas.of(contours, 1, 5, DeltaEdges.NEAREST);
    return new Pooled(moving, List.of(Functional.values()));
  }

  private static Length frames(int count) {
    return Length.of(count, count, null, null, Crop.START);
  }
}
