package org.emotone.server.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.emotone.Recognizer;
import org.emotone.server.history.Entry;
import org.emotone.server.history.History;
import org.emotone.server.problem.Faults;
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

/**
 * Recognises uploads.
 *
 * @param models what with
 * @param pool where
 * @param hearing how
 * @param board says how far it is
 * @param uploads takes the recordings
 * @param history keeps the answers
 * @param metrics counts them
 * @param ids names them
 * @param clock dates them
 */
record RecognitionRoutes(
    ModelCatalogue models,
    WorkPool pool,
    Hearing hearing,
    ProgressBoard board,
    Uploads uploads,
    History history,
    Metrics metrics,
    Ids ids,
    InstantSource clock) {

  void mount(RoutesConfig routes) {
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
                .thenAccept(done -> answer(context, done)));
  }

  private static void answer(Context context, RecognitionJson done) {
    if (done.stored()) {
      context.header("Location", "/v1/recognitions/" + done.entry().id());
    }
    Json.answer(context, done.stored() ? 201 : 200, "application/json", done::write);
  }

  private void end(Uploads.Upload upload, boolean fine) {
    board.write(upload.options().progress(), fine ? Progress.Stage.DONE : Progress.Stage.FAILED, 1);
    Discarded.delete(upload.file());
  }

  private RecognitionJson work(Uploads.Upload upload, Recognizer recognizer) {
    RecognitionOptions options = upload.options();
    Heard heard = hearing.hear(upload.file(), recognizer, options);
    metrics.heard(heard);
    try {
      Map<String, Pictures.Picture> pictures =
          Pictures.of(
              options.plots(), upload.file(), heard.recognition().duration(), hearing.reading());
      String id = ids.next();
      Instant now = clock.instant();
      Entry entry =
          options.store()
              ? history.store(id, now, upload.name(), heard, upload.file())
              : new Entry(id, now, upload.name(), false, heard);
      return new RecognitionJson(
          entry, options.store(), options.view(), options.top(), pictures, List.of());
    } catch (IOException e) {
      throw Faults.ofDisk(e);
    }
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
