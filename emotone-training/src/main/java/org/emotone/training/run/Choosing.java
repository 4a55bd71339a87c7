package org.emotone.training.run;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.inspect.ClipLength;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.select.ClipFilter;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.BalanceChoice;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.SelectRule;

/** Chooses clips as a recipe's select and balance say, and tells what was left out. */
final class Choosing {

  private final Recipe recipe;
  private final RunListener listener;

  Choosing(Recipe recipe, RunListener listener) {
    this.recipe = recipe;
    this.listener = listener;
  }

  /**
   * The clips that meet all rules.
   *
   * @throws TrainingException if none does
   * @throws IOException if a rule asks for lengths and a file cannot be read
   */
  List<Utterance> select(List<Utterance> clips) throws IOException {
    List<Utterance> kept = clips;
    for (SelectRule rule : recipe.select()) {
      List<Utterance> concerned =
          kept.stream()
              .filter(clip -> rule.of().isEmpty() || rule.of().contains(clip.corpus()))
              .toList();
      ClipFilter.Result result = rule.filter(lengths(rule, concerned)).apply(concerned);
      note(rule, result.dropped());
      Map<String, Utterance> dropped =
          concerned.stream().collect(Collectors.toMap(Utterance::name, clip -> clip));
      result.kept().forEach(clip -> dropped.remove(clip.name()));
      kept = kept.stream().filter(clip -> !dropped.containsKey(clip.name())).toList();
    }
    if (kept.isEmpty()) {
      throw new TrainingException("the select rules of recipe " + recipe.name() + " leave no clip");
    }
    return kept;
  }

  private Map<String, Double> lengths(SelectRule rule, List<Utterance> clips) throws IOException {
    Map<String, Double> secondsOf = new HashMap<>();
    if (rule.needsLengths()) {
      listener.stage("measuring the length of " + clips.size() + " clips");
      for (Utterance clip : clips) {
        secondsOf.put(clip.name(), ClipLength.seconds(clip));
        listener.features(secondsOf.size(), clips.size());
      }
    }
    return secondsOf;
  }

  private void note(SelectRule rule, Map<String, Integer> dropped) {
    if (!dropped.isEmpty()) {
      listener.note(
          "not selected"
              + (rule.of().isEmpty() ? "" : " of " + String.join(", ", rule.of()))
              + ": "
              + dropped.entrySet().stream()
                  .map(entry -> entry.getValue() + " clips (not " + entry.getKey() + ")")
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
  }

  /** The clips that the balance leaves, of those that have a class. */
  List<Utterance> balance(List<Utterance> clips, LabelScheme scheme) {
    BalanceChoice balance = recipe.balance();
    List<Utterance> kept = balance.apply(clips, scheme, recipe.seed());
    if (kept.size() < clips.size()) {
      listener.note(
          "balanced: %d of %d clips are left (seed %d)"
              .formatted(kept.size(), clips.size(), recipe.seed()));
    }
    return kept;
  }
}
