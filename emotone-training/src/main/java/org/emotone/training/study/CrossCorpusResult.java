package org.emotone.training.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotone.features.StrictJson;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Spread;

/**
 * What a recipe reaches on each corpus, trained on each.
 *
 * @param recipe its name
 * @param corpora the corpora, in order
 * @param cells each model on each corpus
 */
public record CrossCorpusResult(String recipe, List<String> corpora, List<Cell> cells)
    implements StudyResult {

  /** Copies the lists. */
  public CrossCorpusResult {
    corpora = List.copyOf(corpora);
    cells = List.copyOf(cells);
  }

  /**
   * One model on one corpus.
   *
   * @param trained the corpus that it learned from
   * @param tested the corpus that it was measured on; the same for speakers that were held out
   */
  public record Cell(String trained, String tested, Evaluation evaluation) {}

  /** The UAR of the models of one corpus on another. */
  public Spread uar(String trained, String tested) {
    return Spread.of(
        cells.stream()
            .filter(cell -> cell.trained().equals(trained) && cell.tested().equals(tested))
            .mapToDouble(cell -> cell.evaluation().uar())
            .toArray());
  }

  @Override
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append("%s: UAR, mean ± standard deviation over folds%n".formatted(recipe));
    text.append("rows: trained on; columns: measured on (the same corpus: speakers held out)\n\n");
    text.append("%-12s".formatted(""));
    corpora.forEach(corpus -> text.append("  %-15s".formatted(corpus)));
    text.append('\n');
    for (String trained : corpora) {
      text.append("%-12s".formatted(trained));
      corpora.forEach(tested -> text.append("  %-15s".formatted(uar(trained, tested).words())));
      text.append('\n');
    }
    return text.toString();
  }

  @Override
  public String toJson() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("recipe", recipe);
    all.put("corpora", corpora);
    Map<String, Map<String, Spread>> matrix = new LinkedHashMap<>();
    for (String trained : corpora) {
      Map<String, Spread> row = new LinkedHashMap<>();
      corpora.forEach(tested -> row.put(tested, uar(trained, tested)));
      matrix.put(trained, row);
    }
    all.put("uar", matrix);
    all.put("cells", cells);
    return StrictJson.writeIndented(all);
  }
}
