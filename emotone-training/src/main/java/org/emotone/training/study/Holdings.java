package org.emotone.training.study;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.reader.Corpora;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.run.Folds;
import org.emotone.training.run.RunRequest;

/** What corpora hold, without reading their sound. */
final class Holdings {

  private Holdings() {}

  /**
   * How many speakers of a corpus have a clip that a recipe selects and that has a class.
   *
   * @throws TrainingException if there are not two, which holding speakers out needs, in one line
   */
  static int speakers(Recipe recipe, String id, RunRequest request) throws IOException {
    int speakers = Folds.speakers(recipe.withCorpora(List.of(id)), request).size();
    if (speakers < 2) {
      throw new TrainingException(
          id + ": has " + speakers + " speakers with a class, and holding speakers out needs 2");
    }
    return speakers;
  }

  /** The clips of corpora by their names. */
  static Map<String, Utterance> clips(List<String> corpora, RunRequest request) throws IOException {
    Map<String, Utterance> clips = new HashMap<>();
    for (String id : corpora) {
      Corpora.byId(id)
          .read(request.folder(id))
          .utterances()
          .forEach(clip -> clips.put(clip.name(), clip));
    }
    return clips;
  }
}
