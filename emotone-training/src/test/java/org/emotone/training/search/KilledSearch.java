package org.emotone.training.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.emotone.training.cache.FeatureCache;
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
 * A search in a process of its own, to be killed: arguments are recipe, plan, corpus, cache and
 * folder, which it begins in or goes on in.
 */
final class KilledSearch {

  private KilledSearch() {}

  public static void main(String[] arguments) throws Exception {
    run(
        Path.of(arguments[0]),
        Path.of(arguments[1]),
        Path.of(arguments[2]),
        Path.of(arguments[3]),
        new StudyFolder(Path.of(arguments[4])));
  }

  static Optional<SearchResult> run(
      Path recipeFile, Path planFile, Path corpus, Path cache, StudyFolder folder)
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
            RunListener.SILENT,
            facts -> "# searched\n",
            RunArtifacts.NONE,
            Clock.systemUTC());
    Study study = new Study(training, folder, folder.readRequest(), RunListener.SILENT);
    SearchPlan own = folder.readPlan(Search.KIND, SearchPlan.class);
    return new Search(own, folder.readRecipe(), folder, study, RunListener.SILENT)
        .run(new StopFlag());
  }
}
