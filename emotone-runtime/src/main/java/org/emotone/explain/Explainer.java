package org.emotone.explain;

import java.util.List;
import java.util.Optional;
import org.emotone.Manifest;
import org.emotone.Recognizer;
import org.emotone.audio.Waveform;
import org.emotone.cue.NeutralVoice;
import org.emotone.cue.NeutralVoices;
import org.emotone.cue.VoiceCues;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.jspecify.annotations.Nullable;

/**
 * Explains what a model makes of clips. Safe for use by several threads.
 *
 * <p>The cues are held against the model's own neutral voices if its manifest has any (a model that
 * was adapted to a user has), or else against {@link NeutralVoices#standard}, of which the one with
 * the nearest pitch is taken. They say how the voice differs, not what the model attends to: one
 * whose features are normalised by the clip does not hear how loud it is.
 */
public final class Explainer {

  /** Longer clips would take minutes. */
  public static final double MOST_SECONDS = 30;

  private final Recognizer recognizer;
  private final List<NeutralVoice> voices;

  /** Explains the answers of a model, which stays open and belongs to the caller. */
  public Explainer(Recognizer recognizer) {
    this(recognizer, null);
  }

  /**
   * Explains the answers of a model, which stays open and belongs to the caller.
   *
   * @param voice the name of the neutral voice that all clips are held against, or the end of it,
   *     such as {@code women's voices}; null to take the one with the nearest pitch
   * @throws IllegalArgumentException if there is no such voice, naming those that there are
   */
  public Explainer(Recognizer recognizer, @Nullable String voice) {
    this.recognizer = recognizer;
    Manifest manifest = recognizer.model().manifest();
    List<NeutralVoice> own = manifest.neutralVoices();
    List<NeutralVoice> all = own == null ? NeutralVoices.standard().voices() : own;
    voices =
        all.stream()
            .filter(one -> voice == null || (" " + one.name()).endsWith(" " + voice))
            .toList();
    if (voices.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no neutral voice called %s to hold clips against; there are %s"
              .formatted(voice, all.stream().map(NeutralVoice::name).toList()));
    }
  }

  /**
   * Explains why a clip belongs to a class, as far as it does.
   *
   * @param clip of up to 30 s
   * @param label one of the model's classes, such as the most probable
   * @param listener hears how far it has come
   * @throws IllegalArgumentException if the clip is empty, too long or holds a sample that is not
   *     finite, if the model has no such class, or if its features are one row that nothing scales
   */
  public Explanation explain(Waveform clip, String label, Occlusion.Listener listener) {
    if (clip.duration() > MOST_SECONDS) {
      throw new IllegalArgumentException(
          "lasts %.1f s, and clips of up to %.0f s can be explained; cut a part out first"
              .formatted(clip.duration(), MOST_SECONDS));
    }
    FrontEnd frontEnd = recognizer.model().manifest().frontEnd();
    FeatureMatrix features = frontEnd.extract(clip);
    Relevance relevance = Occlusion.of(features).relevance(recognizer, features, label, listener);
    InputAxes axes = InputAxes.of(frontEnd, clip, features);
    Optional<VoiceCues> cues = VoiceCues.of(clip);
    if (cues.isEmpty()) {
      return new Explanation(features, axes, relevance, List.of(), "");
    }
    NeutralVoice voice = NeutralVoice.nearest(voices, cues.get());
    return new Explanation(features, axes, relevance, voice.differences(cues.get()), voice.name());
  }
}
