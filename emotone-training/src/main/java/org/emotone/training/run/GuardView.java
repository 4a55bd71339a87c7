package org.emotone.training.run;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.emotone.FeatureSummary;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Range;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.training.augmentation.Chain;
import org.emotone.training.augmentation.Copies;
import org.emotone.training.augmentation.Effect;
import org.emotone.training.cache.ClipSounds;

/**
 * The {@link FeatureSummary} of a clip, as one row, in another way than the clip as it is: changed
 * as the training changes sound, or a piece of it, as timelines hear it. The same content and seed,
 * the same view.
 */
final class GuardView extends ChangedSound {

  /** How often chance may decide to change nothing before that is accepted. */
  private static final int DRAWS = 20;

  private static final double SHORTEST_PIECE_SECONDS = 0.5;
  private static final double LONGEST_PIECE_SECONDS = 2.5;

  private final boolean piece;

  /**
   * A way to hear clips.
   *
   * @param augmentation of the training; what works on features is left out
   * @param piece whether a piece of 0.5 to 2.5 s is heard, changed as often as the training does;
   *     otherwise the whole clip is, changed always
   * @throws IOException if recordings of noise cannot be read
   */
  GuardView(FrontEnd frontEnd, Chain augmentation, ClipSounds sounds, long seed, boolean piece)
      throws IOException {
    super(frontEnd, augmentation, sounds, seed);
    this.piece = piece;
  }

  @Override
  String words() {
    return "summary of "
        + (piece ? "a piece of 0.5 to 2.5 s" : "all")
        + " in medians over 9 of means, deviations, changes, distances by seed "
        + seed;
  }

  @Override
  FeatureMatrix of(Waveform sound, String digest) {
    SplittableRandom random = Copies.random(seed, digest, piece ? 2 : 1);
    Waveform heard =
        piece
            ? Chain.apply(piece(sound, random), chain.drawSound(random))
            : Chain.apply(sound, change(random));
    float[] summary = FeatureSummary.of(heard(heard));
    return new FeatureMatrix(summary, 1, summary.length);
  }

  private List<Effect> change(SplittableRandom random) {
    List<Effect> effects = chain.drawSound(random);
    for (int draw = 1; draw < DRAWS && effects.isEmpty(); draw++) {
      effects = chain.drawSound(random);
    }
    return effects;
  }

  private Waveform piece(Waveform sound, SplittableRandom random) {
    Range speech = frontEnd.speech(sound);
    double seconds = random.nextDouble(SHORTEST_PIECE_SECONDS, LONGEST_PIECE_SECONDS);
    int length = (int) Math.min(speech.length(), seconds * sound.sampleRate());
    int start = speech.start() + random.nextInt(speech.length() - length + 1);
    return new Range(start, start + length).of(sound);
  }
}
