package org.emotone.features;

import java.util.ArrayList;
import java.util.List;
import org.emotone.features.kaldi.SnipEdges;
import org.emotone.features.spectral.Padding;
import org.emotone.features.spectral.Reference;
import org.emotone.features.spectral.Stft;

/** Which features can be streamed, and how. */
final class RowStreams {

  private RowStreams() {}

  /**
   * A stream of features.
   *
   * @throws IllegalArgumentException saying why there can be none
   */
  static RowStream of(Extractor extractor, int rate) {
    if (extractor instanceof Concatenated all) {
      List<RowStream> streams = new ArrayList<>();
      all.parts().forEach(part -> streams.add(of(part, rate)));
      return new JoinedRows(streams, all.parts());
    }
    if (extractor instanceof WithDeltas deltas) {
      return new DeltaRows(deltas, of(deltas.of(), rate));
    }
    if (extractor instanceof LevelExtractor level) {
      Extractor bare =
          level instanceof Rms
              ? new Rms(level.frameLength(), level.hop(), Padding.NONE)
              : new ZeroCrossings(level.frameLength(), level.hop(), Padding.NONE);
      return new FramedRows(level, bare, rate, level.frameLength(), level.hop(), level.padding());
    }
    if (extractor instanceof KaldiExtractor kaldi) {
      check(kaldi.options().edges() == SnipEdges.SNIP, "edges must be snip");
      int frame = kaldi.options().frame(rate);
      int hop = kaldi.options().hop(rate);
      return new FramedRows(kaldi, kaldi, rate, frame, hop, Padding.NONE);
    }
    if (extractor instanceof StftExtractor spectral) {
      return spectral(spectral, rate);
    }
    return mel(extractor, rate);
  }

  private static RowStream mel(Extractor extractor, int rate) {
    if (extractor instanceof LogMel mel) {
      return mel(mel, mel, bare(mel), rate);
    }
    if (extractor instanceof Mfcc mfcc) {
      Mfcc bare = new Mfcc(bare(mfcc.mel()), mfcc.coefficients(), mfcc.lifter());
      return mel(mfcc, mfcc.mel(), bare, rate);
    }
    if (extractor instanceof MelPower power) {
      LogMel fixed = bare(power.mel());
      return framed(power, power.mel().stft(rate), new MelPower(fixed), rate);
    }
    throw new IllegalArgumentException(
        "these features cannot be streamed: each frame must be independent of the rest of the clip,"
            + " which is not so of "
            + extractor.getClass().getSimpleName());
  }

  private static RowStream mel(Extractor extractor, LogMel mel, Extractor bare, int rate) {
    check(mel.rangeDb() == null, "rangeDb, which is of the whole clip, must be left out");
    check(mel.reference() == Reference.FIXED, "reference must be fixed");
    return framed(extractor, mel.stft(rate), bare, rate);
  }

  private static RowStream framed(Extractor extractor, Stft stft, Extractor bare, int rate) {
    return new FramedRows(extractor, bare, rate, stft.fftSize(), stft.hop(), stft.padding());
  }

  private static LogMel bare(LogMel mel) {
    return new LogMel(
        mel.frameSeconds(),
        mel.hopSeconds(),
        mel.bands(),
        mel.minHz(),
        mel.maxHz(),
        mel.scale(),
        mel.norm(),
        mel.floorDb(),
        Padding.NONE,
        mel.fftSize(),
        mel.reference(),
        mel.rangeDb(),
        mel.window());
  }

  private static RowStream spectral(StftExtractor extractor, int rate) {
    Stft stft = extractor.stft();
    Stft bareStft =
        new Stft(stft.fftSize(), stft.windowLength(), stft.hop(), stft.window(), Padding.NONE);
    Extractor bare;
    if (extractor instanceof Chroma chroma) {
      check(
          chroma.tuning() != null, "tuning, which is estimated from the whole clip, must be given");
      bare =
          new Chroma(bareStft, chroma.quantity(), chroma.classes(), chroma.norm(), chroma.tuning());
    } else if (extractor instanceof Shapes shapes) {
      check(
          !shapes.measures().contains(ShapeMeasure.FLUX),
          "measures must not hold flux, which depends on the frame before");
      bare = new Shapes(bareStft, shapes.measures());
    } else {
      check(
          extractor instanceof Polynomial,
          "contrast, whose decibels are limited over the whole clip, must be left out");
      bare = new Polynomial(bareStft, ((Polynomial) extractor).order());
    }
    return framed(extractor, stft, bare, rate);
  }

  static void check(boolean allowed, String remedy) {
    if (!allowed) {
      throw new IllegalArgumentException("these features cannot be streamed: " + remedy);
    }
  }
}
