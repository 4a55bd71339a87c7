package org.emotone.server.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.function.Consumer;

/** Adds the web application to a server: the page at {@code /}, all else below {@code /web/}. */
public final class WebPage implements Consumer<JavalinConfig> {

  private static final String YEAR = "public, max-age=31536000, immutable";

  private final WebApplication application = new WebApplication();

  @Override
  public void accept(JavalinConfig config) {
    Handler handler = this::serve;
    config.routes.get("/", handler);
    config.routes.get(WebApplication.ROOT + "*", handler);
  }

  private void serve(Context context) {
    Optional<WebAsset> found = application.find(context.path());
    if (found.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND).contentType("text/plain").result("not found");
      return;
    }
    WebAsset asset = found.get();
    if (context.path().equals("/")) {
      context.header("Content-Security-Policy", application.contentSecurityPolicy());
    }
    // What may change is asked for again each time, which costs a few bytes as long as it has not.
    context.header("Cache-Control", asset.lasting() ? YEAR : "no-cache");
    context.header("ETag", asset.etag());
    if (asset.etag().equals(context.header("If-None-Match"))) {
      context.status(HttpStatus.NOT_MODIFIED);
      return;
    }
    context.contentType(asset.mediaType()).result(asset.content());
  }
}
