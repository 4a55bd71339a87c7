package org.emotone.server.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.emotone.explain.Explainer;
import org.emotone.output.TimelineFormat;
import org.emotone.server.guard.Tokens;
import org.emotone.server.recognition.ClassView;
import org.emotone.server.settings.Limits;
import org.emotone.server.settings.ServerSettings;
import org.jspecify.annotations.Nullable;

/** Tells clients what the server allows and keeps. */
final class SettingsRoutes {

  /** The largest message of a stream, in bytes. */
  private static final int FRAME_BYTES = 1 << 20;

  private static final List<String> PLOTS =
      List.of("waveform", "timeline", "spectrogram", "mel", "mfcc");

  private final ServerSettings settings;
  private final Gate gate;
  private final Tokens tokens;

  SettingsRoutes(ServerSettings settings, Gate gate, Tokens tokens) {
    this.settings = settings;
    this.gate = gate;
    this.tokens = tokens;
  }

  record LimitsView(
      long uploadBytes,
      double seconds,
      double requestsPerSecond,
      int streams,
      int frameBytes,
      double explainSeconds) {}

  record FormatView(String id, String ending, boolean needsTimeline) {}

  record View(
      String version,
      boolean tokenNeeded,
      boolean loggedIn,
      boolean audioKept,
      boolean historyKept,
      @Nullable Long retentionDays,
      LimitsView limits,
      List<FormatView> formats,
      List<String> views,
      List<String> plots) {}

  void mount(RoutesConfig routes) {
    routes.get("/v1/settings", this::show);
  }

  private void show(Context context) {
    Requests.only(context);
    Limits limits = settings.limits();
    Duration retention = settings.storage().retention();
    String version = SettingsRoutes.class.getPackage().getImplementationVersion();
    Json.answer(
        context,
        200,
        new View(
            version == null ? "development" : version,
            tokens.needed(),
            gate.loggedIn(context),
            settings.storage().keepAudio(),
            settings.storage().lasting(),
            retention == null ? null : Math.max(1, retention.toDays()),
            new LimitsView(
                limits.uploadBytes(),
                limits.seconds(),
                limits.requestsPerSecond(),
                limits.streams(),
                FRAME_BYTES,
                Explainer.MOST_SECONDS),
            Arrays.stream(TimelineFormat.values()).map(SettingsRoutes::view).toList(),
            Arrays.stream(ClassView.values()).map(ClassView::id).toList(),
            PLOTS));
  }

  private static FormatView view(TimelineFormat format) {
    String ending = format.isFolder() ? ".zip" : format.ending();
    return new FormatView(format.id(), ending, !format.holdsClips());
  }
}
