package org.emotone.training.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.emotone.training.augmentation.Augmentation;

/** Recipes as YAML files. */
public final class RecipeFile {

  private static final long MOST_BYTES = 1 << 20;

  private static final YAMLMapper WRITER =
      new YAMLMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .disable(YAMLGenerator.Feature.USE_NATIVE_TYPE_ID)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .stringQuotingChecker(new NumbersQuoted())
              .build());

  private RecipeFile() {}

  /** Quotes texts that {@link YamlSource} would read as numbers, such as {@code 1e5}. */
  private static final class NumbersQuoted extends StringQuotingChecker.Default {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean needToQuoteValue(String value) {
      return super.needToQuoteValue(value) || YamlSource.isNumber(value);
    }
  }

  /**
   * Reads and checks a recipe; the path of its initial weights is made absolute.
   *
   * @throws RecipeException if it cannot be read or is not a valid recipe, in one line
   */
  public static Recipe read(Path file) throws RecipeException {
    return parse(file.toString(), text(file)).from(folder(file));
  }

  /**
   * The text of a recipe, or of another YAML file.
   *
   * @throws RecipeException if it cannot be read, in one line
   */
  public static String text(Path file) throws RecipeException {
    try {
      if (Files.isDirectory(file)) {
        throw new RecipeException(file + ": this is a folder; a YAML file is expected");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new RecipeException(file + ": over 1 MB, which no recipe is");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new RecipeException(file + ": there is no such file", e);
    } catch (CharacterCodingException e) {
      throw new RecipeException(file + ": not a text in UTF-8, so not a recipe", e);
    } catch (IOException e) {
      throw new RecipeException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads and checks a recipe.
   *
   * @param name of the file, for messages
   * @param yaml the recipe
   * @throws RecipeException if it is not a valid recipe, in one line
   */
  public static Recipe parse(String name, String yaml) throws RecipeException {
    YamlSource source = YamlSource.parse(name, yaml);
    Recipe recipe = new Binding(source).bind(Recipe.class);
    NetworkCheck.check(recipe, source);
    return recipe;
  }

  /**
   * Reads another document as strictly as a recipe.
   *
   * @param name of the file, for messages
   * @throws RecipeException if it does not fit the type, in one line
   */
  public static <T> T parse(String name, String yaml, Class<T> type) throws RecipeException {
    return new Binding(YamlSource.parse(name, yaml)).bind(type);
  }

  /** What stands alone beside a recipe: the list of its key {@code augmentation}. */
  private record Steps(List<Augmentation> augmentation) {}

  /**
   * Reads augmentations as they stand in a recipe, such as {@code {type: noise, snrDb: 10}} or a
   * list of these in brackets.
   *
   * @param name of where it comes from, for messages
   * @throws RecipeException if it is not valid, in one line
   */
  public static List<Augmentation> parseAugmentation(String name, String yaml)
      throws RecipeException {
    String text = yaml.strip();
    String list = text.startsWith("[") ? text : "[" + text + "]";
    return new Binding(YamlSource.parse(name, "augmentation: " + list))
        .bind(Steps.class)
        .augmentation();
  }

  /** The folder that paths in a recipe start from. */
  public static Path folder(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  /** A recipe as YAML, with every default filled in; {@link #parse} gives an equal one back. */
  public static String write(Recipe recipe) {
    try {
      ObjectNode tree = WRITER.valueToTree(recipe);
      tree.remove(recipe.classifier() == null ? List.of("refit") : List.of("network", "training"));
      return WRITER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
