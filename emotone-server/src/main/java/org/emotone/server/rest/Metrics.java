package org.emotone.server.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import org.emotone.server.recognition.Heard;
import org.emotone.server.recognition.WorkPool;

/** Figures for Prometheus. They name routes and codes, and never what clients sent. */
final class Metrics {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final Counter seconds =
      Counter.builder("emotone.audio.seconds")
          .description("Seconds of sound that were recognised")
          .register(registry);

  Metrics(WorkPool pool) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    gauge("emotone.recognitions.active", "Recognitions under way", pool::active);
    gauge("emotone.recognitions.waiting", "Recognitions that wait for a worker", pool::waiting);
  }

  /** Counts something that goes up and down. */
  void gauge(String name, String words, Supplier<Number> value) {
    Gauge.builder(name, value).description(words).register(registry);
  }

  void mount(RoutesConfig routes) {
    routes.get(
        "/metrics",
        context -> {
          Requests.only(context);
          context.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
        });
  }

  /** Counts an answer; what has no route has one name, whatever the path. */
  void answered(Context context, float millis) {
    Timer.builder("emotone.requests")
        .description("Requests by route and status")
        .tag("method", context.method().name())
        .tag("route", route(context))
        .tag("status", Integer.toString(context.statusCode()))
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(1))
        .maximumExpectedValue(Duration.ofSeconds(60))
        .register(registry)
        .record(Duration.ofNanos((long) (millis * 1e6)));
  }

  /** The pattern of the route, without the values in the path. */
  static String route(Context context) {
    var endpoint = context.endpoints().lastHttpEndpoint();
    return endpoint == null ? "none" : endpoint.path;
  }

  /** Counts what was heard. */
  void heard(Heard heard) {
    seconds.increment(heard.recognition().duration());
  }
}
