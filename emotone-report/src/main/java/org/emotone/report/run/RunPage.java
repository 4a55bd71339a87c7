package org.emotone.report.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.emotone.report.drawing.Svg;
import org.emotone.report.page.Figure;
import org.emotone.report.page.Page;
import org.emotone.report.page.Section;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Interval;
import org.emotone.training.record.RecordedRun;
import org.jspecify.annotations.Nullable;

/** The report of a run: one page that needs nothing else. */
final class RunPage {

  /** What the beginning of the page repeats. */
  private static final Set<String> HEADLINES =
      Set.of("learning", "confusion-percent", "classes", "reliability", "by-speaker", "by-sex");

  private final RecordedRun run;
  private final List<Section> sections = new ArrayList<>();

  RunPage(RecordedRun run) throws IOException {
    this.run = run;
    Evaluation evaluation = run.evaluation();
    if (evaluation != null) {
      sections.add(AnswersSection.of(evaluation));
      sections.add(ConfidenceSection.of(evaluation, run.judgements()));
      GroupsSection.of(evaluation).ifPresent(sections::add);
    }
    TrainingSection.of(run).ifPresent(sections::add);
  }

  /** The charts, in their order. */
  List<Figure> figures() {
    return sections.stream().flatMap(section -> section.figures().stream()).toList();
  }

  String html() throws IOException {
    Page page = new Page("Emotone · report of a run", run.name());
    page.style(Page.resource(RunPage.class, "report.css"));
    head(page);
    page.inShort(figures().stream().filter(f -> HEADLINES.contains(f.id())).toList());
    sections.forEach(page::add);
    Evaluation evaluation = run.evaluation();
    if (evaluation != null) {
      page.add("errors", "What it gets wrong", ErrorsHtml.of(run.mistakes(), evaluation.clips()));
    }
    page.add("record", "How it was done", new RecordHtml(run).html());
    page.foot("<h2>How it was measured</h2>\n<p>" + Svg.escape(method()) + "</p>");
    return page.html();
  }

  private void head(Page page) {
    String description = run.recipe().description();
    if (!description.isEmpty()) {
      page.lead("<p class=\"intro\">" + Svg.escape(description) + "</p>");
    }
    Evaluation evaluation = run.evaluation();
    StringBuilder facts = new StringBuilder("<ul class=\"corpora\">");
    fact(facts, "state", run.status().now().word() + reason());
    fact(facts, "corpora", String.join(", ", run.recipe().corpora()));
    if (evaluation != null) {
      fact(facts, "protocol", evaluation.conditions().protocol());
      fact(facts, "overlap", evaluation.conditions().overlap());
    } else {
      fact(facts, "protocol", run.status().split());
      fact(facts, "overlap", run.status().overlap());
    }
    page.lead(facts.append("</ul>").toString());
    if (evaluation != null) {
      tiles(page, evaluation);
    }
    page.tile("parameters", Amount.words(run.status().parameters()))
        .tile("epochs", run.history().size() + " of " + run.recipe().training().epochs())
        .tile("training", TrainingSection.time(run.seconds()));
  }

  private String reason() {
    String reason = run.status().reason();
    return reason == null ? "" : ": " + reason;
  }

  private static void fact(StringBuilder facts, String name, @Nullable String value) {
    if (value != null) {
      facts
          .append("<li><strong>")
          .append(name)
          .append("</strong> <span>")
          .append(Svg.escape(value))
          .append("</span></li>");
    }
  }

  private static void tiles(Page page, Evaluation evaluation) {
    Interval interval = evaluation.uarInterval();
    String range =
        interval == null
            ? ""
            : ", 95 %%: %s–%s".formatted(number(interval.lower()), number(interval.upper()));
    page.tile("UAR" + range, number(evaluation.uar()));
    page.tile("accuracy", number(evaluation.accuracy()))
        .tile("macro-F1", number(evaluation.macroF1()))
        .tile("top-2", number(evaluation.topTwo()))
        .tile("calibration error", number(evaluation.calibrationError()))
        .tile("clips", Integer.toString(evaluation.clips()))
        .tile("speakers", Integer.toString(evaluation.speakers()));
  }

  private String method() {
    Evaluation evaluation = run.evaluation();
    if (evaluation == null) {
      return "The run has not come to its end: nothing was measured but the validation clips.";
    }
    Interval interval = evaluation.uarInterval();
    return "Each clip was judged whole by the exported network, as the model is served."
        + (interval == null ? "" : " The interval of the UAR: " + interval.method() + ".")
        + " Calibration by temperature on the validation clips"
        + temperature()
        + String.format(
            Locale.ROOT,
            ". Log-loss %.3f nats, Brier score %.3f.",
            evaluation.logLoss(),
            evaluation.brier())
        + (evaluation.conditions().unreadable() > 0
            ? " " + evaluation.conditions().unreadable() + " clips could not be read."
            : "")
        + (evaluation.conditions().droppedClips() > 0
            ? " Left out for want of a class: " + evaluation.conditions().droppedWords() + "."
            : "");
  }

  private String temperature() {
    Double temperature = run.status().temperature();
    return temperature == null ? "" : String.format(Locale.ROOT, " (%.3f)", temperature);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
