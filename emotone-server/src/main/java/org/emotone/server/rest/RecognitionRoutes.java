package org.emotone.server.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.emotone.Recognizer;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;
import org.emotone.server.recognition.Heard;
import org.emotone.server.recognition.Hearing;
import org.emotone.server.recognition.Ids;
import org.emotone.server.recognition.ModelCatalogue;
import org.emotone.server.recognition.Progress;
import org.emotone.server.recognition.ProgressBoard;
import org.emotone.server.recognition.RecognitionOptions;
import org.emotone.server.recognition.Viewed;
import org.emotone.server.recognition.WorkPool;

/** Recognises uploads. */
public final class RecognitionRoutes {

  private final ModelCatalogue models;
  private final WorkPool pool;
  private final Hearing hearing;
  private final ProgressBoard board;
  private final Uploads uploads;
  private final Ids ids;
  private final InstantSource clock;

  RecognitionRoutes(
      ModelCatalogue models,
      WorkPool pool,
      Hearing hearing,
      ProgressBoard board,
      Uploads uploads,
      Ids ids,
      InstantSource clock) {
    this.models = models;
    this.pool = pool;
    this.hearing = hearing;
    this.board = board;
    this.uploads = uploads;
    this.ids = ids;
    this.clock = clock;
  }

  /** Adds the routes. */
  public void mount(RoutesConfig routes) {
    routes.post("/v1/recognitions", this::recognise);
    routes.get("/v1/progress/{progress}", this::progress);
  }

  private void recognise(Context context) {
    pool.checkRoom();
    Uploads.Upload upload = uploads.take(context);
    RecognitionOptions options = upload.options();
    CompletableFuture<RecognitionJson> answer;
    try {
      Recognizer recognizer = models.find(options.model());
      Viewed.check(options.view(), recognizer.model().manifest().classes());
      board.write(options.progress(), Progress.Stage.WAITING, 0);
      answer = pool.submit(() -> work(upload, recognizer));
    } catch (RuntimeException e) {
      Discarded.delete(upload.file());
      throw e;
    }
    context.future(
        () ->
            answer
                .whenComplete((done, fault) -> end(upload, fault == null))
                .thenAccept(done -> Json.answer(context, 200, "application/json", done::write)));
  }

  private void end(Uploads.Upload upload, boolean fine) {
    board.write(upload.options().progress(), fine ? Progress.Stage.DONE : Progress.Stage.FAILED, 1);
    Discarded.delete(upload.file());
  }

  private RecognitionJson work(Uploads.Upload upload, Recognizer recognizer) {
    RecognitionOptions options = upload.options();
    Heard heard = hearing.hear(upload.file(), recognizer, options);
    Instant now = clock.instant();
    return new RecognitionJson(
        ids.next(), now, upload.name(), heard, options.view(), options.top(), false, false);
  }

  private void progress(Context context) {
    Requests.only(context);
    Json.answer(
        context,
        200,
        board
            .read(context.pathParam("progress"))
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.NOT_FOUND,
                        "no recognition of that name has begun; its upload may not be complete")));
  }
}
