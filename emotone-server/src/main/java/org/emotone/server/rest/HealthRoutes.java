package org.emotone.server.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotone.server.history.History;
import org.emotone.server.recognition.WorkPool;
import org.jspecify.annotations.Nullable;

/** Says whether the server runs, and whether it can take requests. */
final class HealthRoutes {

  private final History history;
  private final WorkPool pool;
  private final Path folder;
  private final long leastBytes;

  /**
   * Looks after these.
   *
   * @param folder for uploads
   * @param leastBytes that must be free there: one upload
   */
  HealthRoutes(History history, WorkPool pool, Path folder, long leastBytes) {
    this.history = history;
    this.pool = pool;
    this.folder = folder;
    this.leastBytes = leastBytes;
  }

  record Health(String status, @Nullable List<String> reasons) {}

  void mount(RoutesConfig routes) {
    routes.get("/health/live", context -> Json.answer(context, 200, new Health("up", null)));
    routes.get("/health/ready", this::ready);
  }

  private void ready(Context context) {
    List<String> reasons = new ArrayList<>();
    if (pool.draining()) {
      reasons.add("shutting down");
    }
    if (!history.answers()) {
      reasons.add("the database does not answer");
    }
    if (!room()) {
      reasons.add("the disk has no room for an upload, or cannot be written to");
    }
    boolean ready = reasons.isEmpty();
    Json.answer(
        context, ready ? 200 : 503, new Health(ready ? "up" : "down", ready ? null : reasons));
  }

  private boolean room() {
    try {
      return Files.isWritable(folder) && Files.getFileStore(folder).getUsableSpace() >= leastBytes;
    } catch (IOException e) {
      return false;
    }
  }
}
