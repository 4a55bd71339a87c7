package org.emotone.report.run;

import org.emotone.report.drawing.Svg;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.record.RecordedRun;
import org.emotone.training.run.Environment;
import org.jspecify.annotations.Nullable;

/** With what a run was done: software, machine, data and recipe. */
final class RecordHtml {

  private final RecordedRun run;
  private final StringBuilder out = new StringBuilder();

  RecordHtml(RecordedRun run) {
    this.run = run;
  }

  String html() {
    out.append("<div class=\"record\"><dl>");
    row("began", run.status().began());
    row("last changed", run.status().changed());
    row("seed", Long.toString(run.recipe().seed()));
    Environment environment = run.environment();
    if (environment != null) {
      environment(environment);
    }
    out.append("</dl>\n<div><h3>The recipe, with all defaults filled in</h3><pre tabindex=\"0\">")
        .append(Svg.escape(RecipeFile.write(run.recipe()).strip()))
        .append("</pre></div></div>");
    return out.toString();
  }

  private void environment(Environment environment) {
    row("Emotone", environment.emotone());
    row("commit", commit(environment));
    row("Java", environment.java());
    row("LibTorch", environment.libtorch());
    row("ONNX Runtime", environment.onnxRuntime());
    row("system", environment.system());
    row(
        "processors",
        "%d, %d threads of LibTorch".formatted(environment.processors(), environment.threads()));
    row("most Java heap", environment.memoryMegabytes() + " MB");
    for (Environment.Data data : environment.corpora()) {
      row(data.id(), "%d clips, SHA-256 %s".formatted(data.clips(), data.sha256()));
    }
  }

  private static @Nullable String commit(Environment environment) {
    String commit = environment.commit();
    boolean dirty = Boolean.TRUE.equals(environment.dirty());
    return commit == null ? null : commit + (dirty ? ", with changes since" : "");
  }

  private void row(String name, @Nullable String value) {
    if (value != null) {
      out.append("<dt>")
          .append(Svg.escape(name))
          .append("</dt><dd>")
          .append(Svg.escape(value))
          .append("</dd>");
    }
  }
}
