package org.emotone.training.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.emotone.training.recipe.RecipeFile;
import org.junit.jupiter.api.Test;

class SearchDocumentationTest {

  private static final Pattern FRAGMENT = Pattern.compile("(?s)```yaml\n(.*?)```");

  @Test
  void everyPlanOfTheGuideCanBeTriedWithTheSmallRecipe() throws Exception {
    Path root = Path.of("..");
    Matcher matcher = FRAGMENT.matcher(Files.readString(root.resolve("docs/search.md")));
    List<Method> methods = new ArrayList<>();
    while (matcher.find()) {
      SearchPlan plan = SearchPlan.parse("docs/search.md", matcher.group(1));
      Search.check(plan, RecipeFile.read(root.resolve("recipes/cnn-small.yaml")));
      methods.add(plan.method());
    }
    assertThat(methods).containsExactly(Method.TPE, Method.HALVING);
  }

  @Test
  void everyPlanThatIsShippedFitsTheRecipeOfItsName() throws Exception {
    Path recipes = Path.of("..", "recipes");
    try (Stream<Path> plans = Files.list(recipes.resolve("search"))) {
      for (Path plan : plans.toList()) {
        Search.check(
            SearchPlan.parse(plan.toString(), Files.readString(plan)),
            RecipeFile.read(recipes.resolve(plan.getFileName())));
      }
    }
  }

  @Test
  void everyRecipeOfAStudyIsReadAndItsGridFits() throws Exception {
    Path studies = Path.of("..", "recipes", "studies");
    String grid = "-grid.yaml";
    int read = 0;
    try (Stream<Path> files = Files.list(studies)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(grid)) {
          Search.check(
              SearchPlan.parse(name, Files.readString(file)),
              RecipeFile.read(studies.resolve(name.replace(grid, ".yaml"))));
        } else {
          assertThat(RecipeFile.read(file).name() + ".yaml").isEqualTo(name);
        }
        read++;
      }
    }
    assertThat(read).isPositive();
  }
}
