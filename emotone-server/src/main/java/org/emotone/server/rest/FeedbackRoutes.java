package org.emotone.server.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.emotone.Score;
import org.emotone.server.history.Entry;
import org.emotone.server.history.Feedback;
import org.emotone.server.history.History;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;
import org.emotone.server.recognition.Ids;
import org.jspecify.annotations.Nullable;

/** Takes feedback, lists it and gives it out to learn from. */
final class FeedbackRoutes {

  /**
   * The emotions that corpora annotate; a model learns from no others without being told what they
   * mean.
   */
  private static final Set<String> EMOTIONS =
      Set.of(
          "neutral",
          "calm",
          "happy",
          "sad",
          "angry",
          "fear",
          "disgust",
          "surprise",
          "boredom",
          "other");

  private static final int LONGEST = 100;

  private final History history;
  private final Ids ids;
  private final InstantSource clock;
  private final FeedbackExport export;

  FeedbackRoutes(History history, Ids ids, InstantSource clock) {
    this.history = history;
    this.ids = ids;
    this.clock = clock;
    export = new FeedbackExport(history);
  }

  record Given(
      @JsonProperty(required = true) String recognition,
      @JsonProperty(required = true) String label,
      @Nullable String speaker) {}

  record View(
      String id, String recognition, String created, String label, @Nullable String speaker) {
    static View of(Feedback feedback) {
      return new View(
          feedback.id(),
          feedback.recognition(),
          feedback.created().toString(),
          feedback.label(),
          feedback.speaker());
    }
  }

  record All(List<View> feedback) {}

  void mount(RoutesConfig routes) {
    routes.post("/v1/feedback", this::give);
    routes.get("/v1/feedback", this::list);
    routes.get("/v1/feedback/export", this::export);
  }

  private void give(Context context) {
    Requests.only(context);
    Given given = Requests.body(context, Given.class);
    Entry entry =
        (Ids.valid(given.recognition())
                ? history.find(given.recognition())
                : java.util.Optional.<Entry>empty())
            .orElseThrow(Requests::noRecognition);
    check(given, entry);
    String speaker =
        given.speaker() == null || given.speaker().isBlank() ? null : given.speaker().strip();
    Feedback feedback =
        new Feedback(ids.next(), entry.id(), clock.instant(), given.label(), speaker);
    if (!history.add(feedback)) {
      throw Requests.noRecognition();
    }
    Json.answer(context, 201, View.of(feedback));
  }

  private static void check(Given given, Entry entry) {
    List<String> classes = entry.heard().recognition().scores().stream().map(Score::label).toList();
    if (!classes.contains(given.label()) && !EMOTIONS.contains(given.label())) {
      throw new ProblemException(
          ProblemCode.INVALID_VALUE,
          "label must be a class of the model (%s) or an emotion (%s)"
              .formatted(
                  String.join(", ", classes),
                  String.join(", ", EMOTIONS.stream().sorted().toList())));
    }
    String speaker = given.speaker();
    if (speaker != null
        && (speaker.length() > LONGEST || speaker.chars().anyMatch(Character::isISOControl))) {
      throw new ProblemException(
          ProblemCode.INVALID_VALUE, "speaker may have 100 characters, on one line");
    }
  }

  private void list(Context context) {
    Requests.only(context);
    Json.answer(context, 200, new All(history.feedback(null).stream().map(View::of).toList()));
  }

  private void export(Context context) {
    Requests.only(context);
    export.write(context);
  }
}
