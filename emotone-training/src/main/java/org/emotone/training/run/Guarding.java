package org.emotone.training.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emotone.FeatureSummary;
import org.emotone.Guard;
import org.emotone.ModelBundle;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.select.Draw;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.training.augmentation.Chain;
import org.emotone.training.augmentation.Stage;
import org.emotone.training.cache.ClipSounds;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.cache.Features;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.guard.GuardFitting;
import org.emotone.training.recipe.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * Gives a model the guard that tells what is unlike its training. It is fitted to clips as they
 * are, to pieces of them, such as timelines hear (not where functionals of whole clips are heard),
 * and, where the training changes sound, to clips so changed: what the network learned to hear
 * through is not unlike its training.
 */
public final class Guarding {

  /** Features that are held in memory at a time. */
  private static final int CLIPS_AT_A_TIME = 250;

  private final FeatureCache cache;
  private final RunListener listener;
  private final StopFlag stop;

  /** Reads clips through a cache. */
  public Guarding(FeatureCache cache, RunListener listener) {
    this(cache, listener, new StopFlag());
  }

  Guarding(FeatureCache cache, RunListener listener, StopFlag stop) {
    this.cache = cache;
    this.listener = listener;
    this.stop = stop;
  }

  /**
   * The guard of a model; empty if there are too few clips, or but one row of few numbers for a
   * clip, of which nothing can be told.
   *
   * @param augmentation what the training did to clips
   * @param learned clips that the network learned from; many of them are enough
   * @param validated clips of speakers that it did not learn from
   * @throws InterruptedException if stopping was asked for
   */
  Optional<Guard> guard(
      FrontEnd frontEnd,
      Chain augmentation,
      long seed,
      List<Utterance> learned,
      List<Utterance> validated)
      throws IOException, InterruptedException {
    int coefficients = frontEnd.coefficients();
    if (learned.size() < GuardFitting.FEWEST_LEARNED
        || validated.size() < GuardFitting.FEWEST_VALIDATED) {
      return Optional.empty();
    }
    List<Utterance> some = drawn(learned);
    List<Utterance> others = drawn(validated);
    listener.stage("fitting the guard to %d clips".formatted(some.size() + others.size()));
    List<float[]> heard = asTheyAre(some, frontEnd);
    List<float[]> unheard = asTheyAre(others, frontEnd);
    if (heard.isEmpty()) {
      return Optional.empty();
    }
    ClipSounds sounds = cache.sounds(frontEnd);
    List<GuardView> views = new ArrayList<>();
    if (!FeatureSummary.wide(coefficients)) {
      views.add(new GuardView(frontEnd, augmentation, sounds, seed, true));
    }
    if (!augmentation.of(Stage.SOUND).isEmpty()) {
      views.add(new GuardView(frontEnd, augmentation, sounds, seed, false));
    }
    for (GuardView view : views) {
      heard.addAll(rows(cache.load(some, view, this::progress)));
      unheard.addAll(rows(cache.load(others, view, this::progress)));
    }
    return GuardFitting.fit(heard, unheard, coefficients);
  }

  private static List<Utterance> drawn(List<Utterance> clips) {
    List<Utterance> drawn = Draw.shuffled(clips, Utterance::name, 1, "guard");
    return drawn.subList(0, Math.min(GuardFitting.MOST_CLIPS, drawn.size()));
  }

  /** Without clips that are but one row of few numbers. */
  private List<float[]> asTheyAre(List<Utterance> clips, FrontEnd frontEnd)
      throws IOException, InterruptedException {
    List<float[]> summaries = new ArrayList<>();
    for (int from = 0; from < clips.size(); from += CLIPS_AT_A_TIME) {
      List<Utterance> part = clips.subList(from, Math.min(clips.size(), from + CLIPS_AT_A_TIME));
      int before = from;
      Features features =
          cache.load(part, frontEnd, (done, total) -> progress(before + done, clips.size()));
      stopIfAsked();
      for (FeatureMatrix matrix : features.matrices()) {
        if (matrix.frames() > 1 || FeatureSummary.wide(matrix.coefficients())) {
          summaries.add(FeatureSummary.of(matrix));
        }
      }
    }
    return summaries;
  }

  private List<float[]> rows(Features features) throws InterruptedException {
    stopIfAsked();
    return features.matrices().stream().map(FeatureMatrix::values).toList();
  }

  private void progress(int done, int total) {
    listener.features(done, total);
  }

  private void stopIfAsked() throws InterruptedException {
    if (stop.raised()) {
      throw new InterruptedException("stopped");
    }
  }

  /**
   * A model that was trained earlier, with a guard; one that it has is replaced.
   *
   * @param corpora that it was trained on, or some of them
   * @param validation the speakers that its training was validated on and did not learn from, such
   *     as {@code ravdess:14}
   * @param recipe that it was trained by, for what it did to the sound of its clips; null for
   *     nothing
   * @throws TrainingException if no guard can be fitted, in one line
   * @throws IOException if the cache cannot be written
   * @throws InterruptedException if the thread was interrupted
   */
  public ModelBundle guarded(
      ModelBundle model, List<Corpus> corpora, Set<String> validation, @Nullable Recipe recipe)
      throws IOException, InterruptedException {
    HeldOut heldOut = new HeldOut(model.manifest());
    LabelScheme scheme = ModelLabels.of(model.manifest());
    List<Utterance> known =
        corpora.stream().flatMap(corpus -> heldOut.learned(corpus).stream()).toList();
    List<Utterance> clips = scheme.select(known).kept();
    List<Utterance> validated =
        clips.stream().filter(c -> validation.contains(c.speaker())).toList();
    List<Utterance> learned =
        clips.stream().filter(clip -> !validation.contains(clip.speaker())).toList();
    Chain augmentation = recipe == null ? Chain.NONE : new Chain(recipe.augmentation());
    try {
      augmentation.check();
    } catch (IOException e) {
      throw new TrainingException(String.valueOf(e.getMessage()), e);
    }
    Guard guard =
        guard(
                model.manifest().frontEnd(),
                augmentation,
                recipe == null ? model.manifest().provenance().seed() : recipe.seed(),
                learned,
                validated)
            .orElseThrow(() -> unfit(model, learned.size(), validated.size()));
    return new ModelBundle(model.manifest().withGuard(guard), model.network(), model.card());
  }

  private static TrainingException unfit(ModelBundle model, int learned, int validated) {
    return new TrainingException(
        ("no guard can be fitted to %s by %d clips that it learned from and %d of the validation"
                + " speakers: it needs %d and %d, and features of several frames or of many numbers;"
                + " name the speakers as model info does after \"validation on\"")
            .formatted(
                model.manifest().name(),
                learned,
                validated,
                GuardFitting.FEWEST_LEARNED,
                GuardFitting.FEWEST_VALIDATED));
  }
}
