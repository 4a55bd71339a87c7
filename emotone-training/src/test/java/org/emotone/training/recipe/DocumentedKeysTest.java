package org.emotone.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotone.corpus.CorpusReader;
import org.emotone.corpus.label.LabelBy;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.reader.Corpora;
import org.emotone.corpus.split.PublishedFolds;
import org.emotone.training.classical.Classifier;
import org.junit.jupiter.api.Test;

/** The documentation names every key and every choice, and its examples are recipes. */
class DocumentedKeysTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern SPLIT =
      Pattern.compile("^\\| `(\\{type: [^`]*})` \\|", Pattern.MULTILINE);

  private static String text(String name) throws IOException {
    return Files.readString(DOCS.resolve(name));
  }

  private static List<String> keys(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  @Test
  void everyKeyIsDescribed() throws IOException {
    String recipes = text("recipes.md");
    for (String key : keys(Recipe.class)) {
      assertThat(recipes).contains("| `" + key + "` |");
    }
    assertThat(recipes).contains(keys(SelectRule.class)).contains(keys(BalanceChoice.class));
    for (LabelBy by : LabelBy.values()) {
      assertThat(recipes).contains("`" + by.id() + "`");
    }
  }

  @Test
  void everyClassifierAndItsParametersAreDescribed() throws IOException {
    String classical = text("classical.md");
    for (JsonSubTypes.Type type : Classifier.class.getAnnotation(JsonSubTypes.class).value()) {
      String row =
          classical
              .lines()
              .filter(line -> line.startsWith("| `" + type.name() + "` |"))
              .findFirst()
              .orElseThrow();
      for (RecordComponent parameter : type.value().getRecordComponents()) {
        assertThat(row).contains("`" + parameter.getName() + "`");
      }
    }
  }

  @Test
  void everySchemeAndEveryCorpusIsNamed() throws IOException {
    String recipes = text("recipes.md");
    for (LabelScheme scheme : LabelScheme.stock()) {
      // sexEmotions12 and so on are named together.
      assertThat(recipes).contains(scheme.id().replaceFirst("(sexEmotions).*", "$1"));
    }
    for (CorpusReader reader : Corpora.readers()) {
      assertThat(text("corpora.md")).contains("`" + reader.id());
    }
    for (PublishedFolds folds : PublishedFolds.all()) {
      assertThat(text("corpora.md")).contains("`" + folds.id() + "`");
    }
  }

  @Test
  void everySplitHasAnExampleThatIsOne() throws Exception {
    String corpora = text("corpora.md");
    for (JsonSubTypes.Type type : SplitChoice.class.getAnnotation(JsonSubTypes.class).value()) {
      assertThat(corpora).contains("{type: " + type.name());
    }
    Matcher example = SPLIT.matcher(corpora);
    int read = 0;
    while (example.find()) {
      String split = example.group(1).replace("[…], […]", "[a], [b]").replace("…", "'ravdess:01'");
      split = split.replace("validation: ['ravdess:01']", "validation: ['ravdess:02']");
      assertThat(parse("labels: emotions8\nsplit: " + split + "\n", 8).split().words())
          .isNotBlank();
      read++;
    }
    assertThat(read).isGreaterThan(10);
  }

  @Test
  void everyExampleOfLabelsAndSelectionIsOne() throws Exception {
    String recipes = text("recipes.md");
    Matcher labels = Pattern.compile("^labels: [^#\n]*", Pattern.MULTILINE).matcher(recipes);
    int read = 0;
    while (labels.find()) {
      assertThat(parse(labels.group() + "\nsplit: {type: all}\n", 2).labels().classes()).hasSize(2);
      read++;
    }
    assertThat(read).isEqualTo(3);
    Matcher select =
        Pattern.compile("^select:\n(?: .*\n)+balance: .*\n", Pattern.MULTILINE).matcher(recipes);
    assertThat(select.find()).isTrue();
    assertThat(parse("labels: emotions8\nsplit: {type: all}\n" + select.group(), 8).select())
        .hasSize(2);
  }

  private static Recipe parse(String keys, int classes) throws RecipeException {
    return RecipeFile.parse(
        "docs.yaml",
        "name: docs\ncorpora: [ravdess, cremad, tess, savee, emodb]\n"
            + keys
            + "network: [{type: image}, {type: foldFrequency}, {type: statisticsPool}, {type: dense,"
            + " units: "
            + classes
            + "}]\n");
  }
}
