package org.emotone.server.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.emotone.server.history.Entry;
import org.emotone.server.history.History;
import org.emotone.server.history.Search;
import org.emotone.server.history.Summary;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;
import org.emotone.server.recognition.ClassView;
import org.emotone.server.recognition.Ids;
import org.jspecify.annotations.Nullable;

/** Lists, shows and deletes the history. */
final class HistoryRoutes {

  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 200;
  private static final int LONGEST = 200;

  private final History history;

  HistoryRoutes(History history) {
    this.history = history;
  }

  record Line(
      String id,
      String created,
      String file,
      String emotion,
      double confidence,
      boolean certain,
      double seconds,
      String model,
      boolean hasTimeline,
      boolean audioKept,
      @Nullable String feedback) {
    static Line of(Summary summary) {
      return new Line(
          summary.id(),
          summary.created().toString(),
          summary.file(),
          summary.emotion(),
          summary.confidence(),
          summary.certain(),
          summary.seconds(),
          summary.model(),
          summary.hasTimeline(),
          summary.audioKept(),
          summary.feedback());
    }
  }

  record Page(List<Line> recognitions, @Nullable String next) {}

  record Deleted(int deleted) {}

  void mount(RoutesConfig routes) {
    routes.get("/v1/recognitions", this::list);
    routes.delete("/v1/recognitions", this::deleteAll);
    routes.get("/v1/recognitions/{id}", this::show);
    routes.delete("/v1/recognitions/{id}", this::delete);
  }

  private void list(Context context) {
    Requests.only(context, "q", "emotion", "certain", "from", "to", "limit", "after");
    int limit = Requests.number(context, "limit", USUAL_PAGE, 1, LARGEST_PAGE);
    List<Summary> found =
        history.list(
            new Search(
                text(context, "q"),
                text(context, "emotion"),
                flag(context),
                moment(context, "from"),
                moment(context, "to"),
                after(context),
                limit + 1));
    List<Line> lines = found.stream().limit(limit).map(Line::of).toList();
    Json.answer(
        context, 200, new Page(lines, found.size() > limit ? lines.get(limit - 1).id() : null));
  }

  private static @Nullable String text(Context context, String name) {
    String text = context.queryParam(name);
    if (text != null && text.length() > LONGEST) {
      throw new ProblemException(
          ProblemCode.INVALID_VALUE, "%s may have %d characters".formatted(name, LONGEST));
    }
    return text == null || text.isEmpty() ? null : text;
  }

  private static @Nullable Boolean flag(Context context) {
    String text = context.queryParam("certain");
    if (text == null) {
      return null;
    }
    if (!text.equals("true") && !text.equals("false")) {
      throw new ProblemException(ProblemCode.INVALID_VALUE, "certain must be true or false");
    }
    return text.equals("true");
  }

  private static @Nullable Instant moment(Context context, String name) {
    String text = context.queryParam(name);
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new ProblemException(
          ProblemCode.INVALID_VALUE, name + " must be a time such as 2026-01-31T13:00:00Z");
    }
  }

  private static @Nullable String after(Context context) {
    String after = context.queryParam("after");
    if (after != null && !Ids.valid(after)) {
      throw new ProblemException(
          ProblemCode.INVALID_VALUE, "after must be the id of a recognition");
    }
    return after;
  }

  private void show(Context context) {
    Requests.only(context, "view", "top");
    ClassView view = Requests.view(context);
    int top = Requests.number(context, "top", 0, 0, 256);
    Entry entry = find(history, context);
    RecognitionJson answer =
        new RecognitionJson(entry, true, view, top, Map.of(), history.feedback(entry.id()));
    Json.answer(context, 200, "application/json", answer::write);
  }

  /** The recognition that the path names. */
  static Entry find(History history, Context context) {
    return history.find(Requests.pathId(context)).orElseThrow(Requests::noRecognition);
  }

  private void delete(Context context) {
    Requests.only(context);
    if (!history.delete(Requests.pathId(context))) {
      throw Requests.noRecognition();
    }
    context.status(204);
  }

  private void deleteAll(Context context) {
    Requests.only(context);
    Json.answer(context, 200, new Deleted(history.deleteAll()));
  }
}
