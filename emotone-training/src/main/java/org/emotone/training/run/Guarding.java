package org.emotone.training.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.emotone.Guard;
import org.emotone.ModelBundle;
import org.emotone.Recognizer;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.select.Draw;
import org.emotone.features.FeatureMatrix;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.cache.Features;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.guard.GuardFitting;

/** Gives a model the guard that tells what is unlike its training. */
public final class Guarding {

  private Guarding() {}

  /**
   * The guard of a model; empty if its network has no embeddings or there are too few clips.
   *
   * @param learned clips that the network learned from; many of them are enough
   * @param validated clips of speakers that it did not learn from
   * @param features the extracted features of a clip
   */
  static Optional<Guard> of(
      ModelBundle model,
      List<Utterance> learned,
      List<Utterance> validated,
      Function<Utterance, FeatureMatrix> features)
      throws IOException {
    List<Utterance> drawn = Draw.shuffled(learned, Utterance::name, 1, "guard");
    List<Utterance> some = drawn.subList(0, Math.min(GuardFitting.MOST_CLIPS, drawn.size()));
    try (Recognizer recognizer = Recognizer.of(model)) {
      return GuardFitting.fit(
          embeddings(recognizer, some, features), embeddings(recognizer, validated, features));
    } catch (UnsupportedOperationException e) {
      // Its network does not end in a dense layer: nothing can be told from its inside.
      return Optional.empty();
    }
  }

  /**
   * A model that was trained without a guard, with one.
   *
   * @param corpora that it was trained on, or some of them
   * @param validation the speakers that its training was validated on and did not learn from, such
   *     as {@code ravdess:14}
   * @throws TrainingException if no guard can be fitted, in one line
   * @throws IOException if the cache cannot be written
   * @throws InterruptedException if the thread was interrupted
   */
  public static ModelBundle guarded(
      ModelBundle model,
      List<Corpus> corpora,
      Set<String> validation,
      FeatureCache cache,
      RunListener listener)
      throws IOException, InterruptedException {
    HeldOut heldOut = new HeldOut(model.manifest());
    LabelScheme scheme = ModelLabels.of(model.manifest());
    List<Utterance> known =
        corpora.stream().flatMap(corpus -> heldOut.learned(corpus).stream()).toList();
    List<Utterance> clips =
        Draw.shuffled(scheme.select(known).kept(), Utterance::name, 1, "guarded");
    List<Utterance> validated =
        clips.stream().filter(c -> validation.contains(c.speaker())).toList();
    List<Utterance> learned =
        clips.stream()
            .filter(clip -> !validation.contains(clip.speaker()))
            .limit(GuardFitting.MOST_CLIPS)
            .toList();
    List<Utterance> all = new ArrayList<>(learned);
    all.addAll(validated);
    listener.stage("computing features of " + all.size() + " clips");
    Features features = cache.load(all, model.manifest().frontEnd(), listener::features);
    Map<Utterance, FeatureMatrix> matrices = new HashMap<>();
    for (int i = 0; i < features.utterances().size(); i++) {
      matrices.put(features.utterances().get(i), features.matrices().get(i));
    }
    Guard guard =
        of(model, read(learned, matrices), read(validated, matrices), clip -> get(matrices, clip))
            .orElseThrow(() -> unfit(model, learned.size(), validated.size()));
    return new ModelBundle(model.manifest().withGuard(guard), model.network(), model.card());
  }

  private static FeatureMatrix get(Map<Utterance, FeatureMatrix> matrices, Utterance clip) {
    return Objects.requireNonNull(matrices.get(clip));
  }

  private static List<Utterance> read(
      List<Utterance> clips, Map<Utterance, FeatureMatrix> matrices) {
    return clips.stream().filter(matrices::containsKey).toList();
  }

  private static TrainingException unfit(ModelBundle model, int learned, int validated) {
    return new TrainingException(
        ("no guard can be fitted to %s by %d clips that it learned from and %d of the validation"
                + " speakers: it needs %d and %d, and a network that ends in a dense layer of at"
                + " most %d inputs; name the speakers as model info does after \"validation on\"")
            .formatted(
                model.manifest().name(),
                learned,
                validated,
                GuardFitting.FEWEST_LEARNED,
                GuardFitting.FEWEST_VALIDATED,
                GuardFitting.MOST_DIMENSIONS));
  }

  private static List<float[]> embeddings(
      Recognizer recognizer, List<Utterance> clips, Function<Utterance, FeatureMatrix> features) {
    return clips.parallelStream()
        .map(clip -> recognizer.clipEmbedding(features.apply(clip)))
        .toList();
  }
}
