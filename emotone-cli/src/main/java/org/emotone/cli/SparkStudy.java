package org.emotone.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotone.batch.MappingListener;
import org.emotone.training.run.RunRequest;
import org.emotone.training.study.Study;
import org.emotone.training.study.StudyFolder;
import org.emotone.training.study.StudyRun;

/**
 * The runs of a study as tasks of Spark. What they leave in their folders is what the study would
 * have left there itself, so that it only has to read them afterwards.
 *
 * @param folder of the study, which all machines see
 * @param request where all machines see the corpora
 * @param study that the runs belong to
 * @param progress is told which runs have ended
 */
record SparkStudy(StudyFolder folder, RunRequest request, Study study, RunProgress progress) {

  /**
   * Does those runs that are not done yet.
   *
   * @return why runs failed, by their names; what went wrong with files ends all instead
   */
  Map<String, String> run(List<StudyRun> runs, SparkOptions spark) throws IOException {
    List<StudyRun> due = runs.stream().filter(run -> !study.done(run.name())).toList();
    Map<String, String> failures = new LinkedHashMap<>();
    if (due.isEmpty()) {
      return failures;
    }
    Map<String, String> options = spark.options(true);
    progress.stage(
        "%d of %d runs are due; a line tells of each that Spark (%s) has done"
            .formatted(due.size(), runs.size(), options.get("spark.master")));
    List<String> arguments =
        due.stream().map(run -> StudyTask.argument(folder, request, run)).toList();
    List<String> answers =
        SparkOptions.engine()
            .map(StudyTask.class.getName(), arguments, options, new Told(due, progress));
    for (int i = 0; i < due.size(); i++) {
      if (!answers.get(i).isEmpty()) {
        failures.put(due.get(i).name(), answers.get(i));
      }
    }
    return failures;
  }

  /** Tells of each run that has ended. */
  private static final class Told implements MappingListener {
    private final List<StudyRun> due;
    private final RunProgress progress;
    private int ended;

    Told(List<StudyRun> due, RunProgress progress) {
      this.due = due;
      this.progress = progress;
    }

    @Override
    public void answered(int index, String answer) {
      ended++;
      String how = answer.isEmpty() ? "is done" : "failed: " + answer;
      progress.stage("%d of %d: %s %s".formatted(ended, due.size(), due.get(index).name(), how));
    }

    @Override
    public void note(String words) {
      progress.note(words);
    }
  }
}
