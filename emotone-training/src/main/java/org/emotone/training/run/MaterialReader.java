package org.emotone.training.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.reader.Corpora;
import org.emotone.corpus.split.Split;
import org.emotone.corpus.votes.CrowdVotes;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.cache.Features;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.Recipe;

/** Reads what a recipe works on: corpora, labels, features, split. */
final class MaterialReader {

  private static final int NAMED = 3;

  private final FeatureCache cache;
  private final RunListener listener;
  private final StopFlag stop;

  MaterialReader(FeatureCache cache, RunListener listener, StopFlag stop) {
    this.cache = cache;
    this.listener = listener;
    this.stop = stop;
  }

  /**
   * Reads everything.
   *
   * @throws InterruptedException if stopping was asked for
   */
  Material read(Recipe recipe, RunRequest request) throws IOException, InterruptedException {
    List<Corpus> corpora = new ArrayList<>();
    List<Utterance> clips = new ArrayList<>();
    for (String id : recipe.corpora()) {
      listener.stage("reading " + id);
      Corpus corpus = Corpora.byId(id).read(request.folder(id));
      corpora.add(corpus);
      clips.addAll(corpus.utterances());
      if (!corpus.rejected().isEmpty()) {
        listener.note(
            corpus.rejected().size()
                + " files of "
                + id
                + " left out, such as "
                + corpus.rejected().get(0).path()
                + ": "
                + corpus.rejected().get(0).reason());
      }
    }
    LabelScheme scheme = recipe.labels().toScheme();
    Choosing choosing = new Choosing(recipe, listener);
    LabelScheme.Selection selection = scheme.select(choosing.select(clips));
    noteDropped(selection.dropped());
    if (selection.kept().isEmpty()) {
      throw new TrainingException(
          "no clip of "
              + String.join(", ", recipe.corpora())
              + " has one of the classes "
              + String.join(", ", scheme.classes())
              + ", which go by "
              + scheme.labelling().by().id());
    }
    List<Utterance> chosen = choosing.balance(selection.kept(), scheme);
    listener.stage("computing features of " + chosen.size() + " clips");
    Features features = features(recipe, chosen);
    checkUnreadable(recipe, features);
    Split split =
        new Splitting(recipe, request, Material.digests(features)).of(features.utterances());
    if (request.withoutTest()) {
      split = split.withoutTest();
      if (split.validation().isEmpty()) {
        throw new TrainingException(
            "there are no validation clips to choose by; set validationSpeakers or validationClips"
                + " in the recipe");
      }
    }
    Scaling scaling = Scaling.of(recipe, features, split);
    return Material.of(
        scheme, corpora, selection.dropped(), scaling, split, votes(recipe, corpora));
  }

  /** The votes of the listeners of each corpus that has any, if the recipe asks for them. */
  private Map<String, CrowdVotes> votes(Recipe recipe, List<Corpus> corpora)
      throws CorpusException {
    Map<String, CrowdVotes> votes = new TreeMap<>();
    if (recipe.listenerVotes()) {
      for (Corpus corpus : corpora) {
        CrowdVotes.find(corpus.root()).ifPresent(found -> votes.put(corpus.id(), found));
      }
      if (votes.isEmpty()) {
        throw new TrainingException(
            "the recipe learns from listenerVotes, and there are none: expected"
                + " processedResults/tabulatedVotes.csv in the folder of CREMA-D");
      }
    }
    return votes;
  }

  /** Loads features; a stop interrupts it. */
  private Features features(Recipe recipe, List<Utterance> clips)
      throws IOException, InterruptedException {
    Thread loader = Thread.currentThread();
    Features features =
        cache.load(
            clips,
            recipe.frontEnd(),
            (done, total) -> {
              listener.features(done, total);
              if (stop.raised()) {
                loader.interrupt();
              }
            });
    if (stop.raised()) {
      throw new InterruptedException("stopped");
    }
    return features;
  }

  private void noteDropped(Map<Emotion, Integer> dropped) {
    if (!dropped.isEmpty()) {
      listener.note(
          "left out for want of a class: "
              + dropped.entrySet().stream()
                  .map(e -> e.getValue() + " " + e.getKey().id())
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
  }

  private void checkUnreadable(Recipe recipe, Features features) {
    List<Features.Unreadable> unreadable = features.unreadable();
    if (unreadable.isEmpty()) {
      return;
    }
    String examples =
        unreadable.stream()
            .limit(NAMED)
            .map(Features.Unreadable::reason)
            .collect(Collectors.joining("; "));
    String count = unreadable.size() == 1 ? "1 clip" : unreadable.size() + " clips";
    String words = count + " cannot be read: " + examples;
    if (!recipe.skipUnreadable()) {
      throw new TrainingException(
          words + "; repair them, or say 'skipUnreadable: true' in the recipe to leave them out");
    }
    listener.note(words + "; left out");
  }
}
