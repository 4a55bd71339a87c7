package org.emotone.training.cache;

import java.io.IOException;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.corpus.Segment;
import org.emotone.corpus.Utterance;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.features.Length;

/** What is computed of a clip: the same for the same content, and so worth keeping. */
public interface Computation {

  /**
   * All that decides the result beside the clip, in words for people or as JSON. Two computations
   * with the same description must compute the same.
   */
  String description();

  /**
   * Computes.
   *
   * @throws IOException if the clip cannot be read; the message is for the user
   * @throws IllegalArgumentException if the clip does not suit, with the reason
   */
  FeatureMatrix of(Utterance clip) throws IOException;

  /**
   * Computes where what comes out depends on chance, which must depend on the content alone.
   *
   * @param digest of the content, at least 16 hexadecimal digits
   * @throws IOException as {@link #of(Utterance)}
   */
  default FeatureMatrix of(Utterance clip, String digest) throws IOException {
    return of(clip);
  }

  /** {@link FrontEnd#extract}, for which the length policy does not matter. */
  static Computation of(FrontEnd frontEnd) {
    return new Computation() {
      @Override
      public String description() {
        return new FrontEnd(
                frontEnd.sampleRate(),
                frontEnd.trim(),
                frontEnd.cut(),
                frontEnd.level(),
                frontEnd.features(),
                frontEnd.normalisation(),
                frontEnd.scaler(),
                Length.SPEECH)
            .toJson();
      }

      @Override
      public FeatureMatrix of(Utterance clip) throws IOException {
        return frontEnd.extract(waveform(clip));
      }
    };
  }

  /**
   * The sound of a clip: of its file, or of the part of it that the clip is.
   *
   * @throws IOException if it cannot be read; the message is for the user
   */
  static Waveform waveform(Utterance clip) throws IOException {
    Waveform file = Audio.read(clip.path());
    Segment segment = clip.segment();
    return segment == null ? file : segment.of(file);
  }
}
