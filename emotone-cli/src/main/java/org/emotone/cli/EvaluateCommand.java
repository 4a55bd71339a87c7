package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotone.ModelBundle;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.split.FoldList;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Comparison;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.run.Evaluator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone evaluate}: measures a model on corpora. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Measure a model on corpora.",
    description = {
      "",
      "Prints unweighted average recall (UAR, with an interval over speakers), accuracy, macro-F1, "
          + "calibration, the figures of each class, sex, intensity and corpus and the confusion "
          + "matrix, and says how they were obtained: which protocol, and how many speakers and "
          + "sentences the model has heard before. JSON has the figures of each speaker, the "
          + "reliability bins and the curves (ROC, precision over recall), too.",
      "",
      "Of several models, which must be measured on the same clips, it prints the figures side by "
          + "side, their mean and standard deviation (over the seeds of one recipe, say), and "
          + "McNemar's test of each against the first.",
      "",
      "Of a corpus that the model was trained on, the clips that were held out are measured; if "
          + "none were, those of speakers whom it has not heard. Of any other corpus, all clips "
          + "are measured. Clips whose emotion the model does not know are left out, and counted.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone evaluate default --corpus emodb=../emodb",
      "  emotone evaluate runs/first/model.emotone --corpus ravdess=../ravdess --json",
      "  emotone evaluate default --corpus savee=../savee --split-file folds.csv --fold 2",
      "  emotone evaluate default --corpus emodb=e --classes angry,happy,neutral,sad",
      "  emotone evaluate runs/a/model.emotone runs/b/model.emotone --corpus ravdess=../ravdess"
    })
final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..*",
      description = "Models in models/ by name, or files; default when left out.")
  private List<String> models = List.of();

  @Mixin private CorpusFolders corpora = new CorpusFolders();

  @Option(
      names = "--all",
      description = "Measure all clips, those of the training among them, which flatters a model.")
  private boolean all;

  @Option(
      names = "--split-file",
      paramLabel = "FILE",
      description = "Measure no clips but those of a fold in this CSV (clip,test_fold).")
  private @Nullable Path splitFile;

  @Option(names = "--fold", paramLabel = "N", description = "The fold of --split-file, from 1.")
  private @Nullable Integer fold;

  @Option(
      names = "--classes",
      paramLabel = "CLASS",
      split = ",",
      description =
          "Measure clips of these classes alone, and choose among these alone, as if the model knew"
              + " no others.")
  private List<String> classes = List.of();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    corpora.required();
    if ((splitFile == null) != (fold == null)) {
      throw usage("--fold and --split-file go together");
    }
    List<ModelBundle> bundles = new ArrayList<>();
    for (String name : models.isEmpty() ? List.of("default") : models) {
      ModelBundle bundle = ModelBundle.read(Models.find(name));
      Evaluator.Result.checkKnown(bundle.manifest().classes(), classes);
      bundles.add(bundle);
    }
    List<Corpus> read = new ArrayList<>();
    for (Corpus corpus : corpora.read()) {
      read.add(part(corpus));
    }
    spec.commandLine().getOut().println(measure(bundles, read).strip());
    return 0;
  }

  private String measure(List<ModelBundle> bundles, List<Corpus> read)
      throws IOException, InterruptedException {
    Evaluator.Part part = all ? Evaluator.Part.ALL : Evaluator.Part.HELD_OUT;
    List<Evaluator.Result> results = new ArrayList<>();
    try (RunProgress progress = new RunProgress(spec.commandLine().getErr())) {
      Evaluator evaluator = new Evaluator(FeatureCache.ofUser(), progress);
      for (ModelBundle bundle : bundles) {
        Evaluator.Result result = evaluator.evaluate(bundle, read, part);
        results.add(classes.isEmpty() ? result : result.among(classes));
      }
    }
    if (results.size() == 1) {
      Evaluation evaluation = results.get(0).evaluation();
      return json ? evaluation.toJson() : evaluation.toText();
    }
    try {
      Comparison comparison =
          Comparison.of(
              results.stream().map(Evaluator.Result::evaluation).toList(),
              results.stream().map(Evaluator.Result::judgements).toList());
      return json ? comparison.toJson() : comparison.toText();
    } catch (IllegalArgumentException e) {
      throw new TrainingException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The clips of the fold that was asked for, if one was. */
  private Corpus part(Corpus corpus) throws CorpusException {
    if (splitFile == null || fold == null) {
      return corpus;
    }
    FoldList list = FoldList.read(splitFile);
    List<Utterance> clips =
        corpus.utterances().stream()
            .filter(clip -> fold.equals(list.foldOf().get(clip.id())))
            .toList();
    if (clips.isEmpty()) {
      throw new CorpusException(
          "%s: no clip of %s is in fold %d; the list has the folds %s"
              .formatted(splitFile, corpus.id(), fold, list.folds()));
    }
    return new Corpus(
        corpus.id(), corpus.title(), corpus.licence(), corpus.root(), clips, corpus.rejected());
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
