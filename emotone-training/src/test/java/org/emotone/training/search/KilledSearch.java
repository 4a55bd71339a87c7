package org.emotone.training.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.run.RunArtifacts;
import org.emotone.training.run.RunListener;
import org.emotone.training.run.RunRequest;
import org.emotone.training.run.Training;
import org.emotone.training.study.Study;
import org.emotone.training.study.StudyFolder;

/**
 * A search in a process of its own, to be killed: arguments are recipe, plan, corpus, cache,
 * folder, which it begins in or goes on in, and the number of trials after which it waits to be
 * killed in the middle of the next.
 */
final class KilledSearch {

  private KilledSearch() {}

  public static void main(String[] arguments) throws Exception {
    StudyFolder folder = new StudyFolder(Path.of(arguments[4]));
    int trials = Integer.parseInt(arguments[5]);
    RunListener waiting =
        new RunListener() {
          @Override
          public void epochEnded(EpochMetrics metrics) {
            while (SearchTest.models(folder.root()) >= trials) {
              LockSupport.park();
            }
          }
        };
    run(
        Path.of(arguments[0]),
        Path.of(arguments[1]),
        Path.of(arguments[2]),
        Path.of(arguments[3]),
        folder,
        waiting);
  }

  static Optional<SearchResult> run(
      Path recipeFile,
      Path planFile,
      Path corpus,
      Path cache,
      StudyFolder folder,
      RunListener listener)
      throws Exception {
    Recipe recipe = RecipeFile.read(recipeFile);
    SearchPlan plan = SearchPlan.parse("plan", Files.readString(planFile));
    RunRequest request = new RunRequest(Map.of("ravdess", corpus), null).leavingTestAlone();
    if (!Files.exists(folder.root())) {
      folder.create(Search.KIND, plan, recipe, request);
    }
    Training training =
        new Training(
            new FeatureCache(cache, 1),
            listener,
            facts -> "# searched\n",
            RunArtifacts.NONE,
            Clock.systemUTC());
    Study study = new Study(training, folder, folder.readRequest(), listener);
    SearchPlan own = folder.readPlan(Search.KIND, SearchPlan.class);
    return new Search(own, folder.readRecipe(), folder, study, listener).run(new StopFlag());
  }
}
