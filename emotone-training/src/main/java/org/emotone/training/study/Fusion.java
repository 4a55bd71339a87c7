package org.emotone.training.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotone.corpus.Utterance;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Conditions;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.evaluation.McNemar;
import org.emotone.training.run.RunRequest;

/**
 * Late fusion: joins the answers of several cross-validations that tested the same clips. Whatever
 * is learned in joining them is learned on the validation clips of each fold.
 */
public final class Fusion {

  private final FusionMethod method;
  private final List<FusionBranch> branches;
  private final RunRequest request;

  private Fusion(FusionMethod method, List<FusionBranch> branches, RunRequest request) {
    this.method = method;
    this.branches = branches;
    this.request = request;
  }

  /**
   * Reads what is to be joined.
   *
   * @param folders of at least two cross-validations, with the same classes, split and seeds
   * @param moved folders of corpora that have moved since, by id
   * @throws TrainingException if they do not go together, in one line
   */
  public static Fusion read(FusionMethod method, List<Path> folders, Map<String, Path> moved)
      throws IOException {
    if (folders.size() < 2) {
      throw new TrainingException("a fusion needs two cross-validations or more");
    }
    List<FusionBranch> branches = new ArrayList<>();
    for (Path folder : folders) {
      FusionBranch branch = FusionBranch.read(folder);
      FusionBranch first = branches.isEmpty() ? branch : branches.get(0);
      same(folder, "classes", first.classes(), branch.classes());
      same(folder, "seeds", first.plan().seeds(), branch.plan().seeds());
      same(folder, "corpora", first.recipe().corpora(), branch.recipe().corpora());
      branches.add(branch);
    }
    RunRequest request = branches.get(0).folder().readRequest().moved(moved);
    return new Fusion(method, branches, request);
  }

  private static void same(Path folder, String what, Object first, Object own) {
    if (!first.equals(own)) {
      throw new TrainingException(
          "%s: its %s are %s, those of the first cross-validation are %s"
              .formatted(folder, what, own, first));
    }
  }

  /** Joins the branches on every fold. */
  public FusionResult run() throws IOException {
    FusionBranch first = branches.get(0);
    List<StudyRun> runs = first.plan().runs(first.recipe(), request);
    Map<String, Utterance> clips = Holdings.clips(first.recipe().corpora(), request);
    List<List<List<Judgement>>> tested = new ArrayList<>();
    List<List<Judgement>> fused = new ArrayList<>();
    List<double[]> weights = new ArrayList<>();
    for (StudyRun run : runs) {
      List<List<Judgement>> tests = new ArrayList<>();
      List<List<Judgement>> validations = new ArrayList<>();
      for (FusionBranch branch : branches) {
        tests.add(branch.test(run.name(), clips));
        validations.add(branch.validation(run.name(), clips));
      }
      Joining.Joined joined = new Joining(method, validations, tests, run.name()).join();
      tested.add(tests);
      fused.add(joined.judgements());
      weights.add(joined.weights());
    }
    return result(runs.size() / first.plan().seeds().size(), tested, fused, weights);
  }

  private FusionResult result(
      int folds,
      List<List<List<Judgement>>> tested,
      List<List<Judgement>> fused,
      List<double[]> weights)
      throws IOException {
    List<CrossValidationResult> alone = new ArrayList<>();
    int best = 0;
    for (int branch = 0; branch < branches.size(); branch++) {
      int own = branch;
      List<List<Judgement>> judgements = tested.stream().map(tests -> tests.get(own)).toList();
      alone.add(figures(branches.get(branch).recipe().name(), judgements));
      if (alone.get(branch).pooled().uar() > alone.get(best).pooled().uar()) {
        best = branch;
      }
    }
    List<McNemar> tests = new ArrayList<>();
    List<Long> seeds = branches.get(0).plan().seeds();
    for (int seed = 0; seed < seeds.size(); seed++) {
      List<Judgement> one = new ArrayList<>();
      List<Judgement> together = new ArrayList<>();
      for (int run = seed * folds; run < (seed + 1) * folds; run++) {
        one.addAll(tested.get(run).get(best));
        together.addAll(fused.get(run));
      }
      tests.add(McNemar.of(one, together));
    }
    String name = method.id() + " fusion";
    return new FusionResult(method, alone, best, figures(name, fused), weights, tests);
  }

  private CrossValidationResult figures(String name, List<List<Judgement>> judgements)
      throws IOException {
    FusionBranch first = branches.get(0);
    List<String> classes = first.classes();
    List<StudyRun> runs = first.plan().runs(first.recipe(), request);
    List<Evaluation> evaluations = new ArrayList<>();
    for (int run = 0; run < judgements.size(); run++) {
      Path file = first.folder().run(runs.get(run).name()).evaluationJson();
      Conditions conditions = Evaluation.fromJson(Files.readString(file)).conditions();
      evaluations.add(Evaluation.of(classes, judgements.get(run), conditions));
    }
    return Pooling.of(name, first.recipe(), first.plan().seeds(), evaluations, judgements);
  }
}
