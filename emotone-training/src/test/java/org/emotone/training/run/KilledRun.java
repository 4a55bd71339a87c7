package org.emotone.training.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.recipe.RecipeFile;

/** A run in a process of its own, to be killed: arguments are recipe, corpus, cache and folder. */
final class KilledRun {

  private KilledRun() {}

  public static void main(String[] arguments) throws Exception {
    Training training =
        new Training(
            new FeatureCache(Path.of(arguments[2]), 1),
            RunListener.SILENT,
            facts -> "# killed\n",
            RunArtifacts.NONE,
            Clock.systemUTC());
    training.run(
        RecipeFile.read(Path.of(arguments[0])),
        new RunRequest(Map.of("ravdess", Path.of(arguments[1])), null),
        new RunFolder(Path.of(arguments[3])),
        new StopFlag());
  }
}
