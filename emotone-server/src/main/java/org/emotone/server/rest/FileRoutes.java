package org.emotone.server.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioException;
import org.emotone.output.TimelineFormat;
import org.emotone.server.history.Entry;
import org.emotone.server.history.History;
import org.emotone.server.plot.SoundPicture;
import org.emotone.server.plot.TimelineSvg;
import org.emotone.server.problem.Faults;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;
import org.emotone.server.recognition.Heard;
import org.emotone.server.recognition.Hearing;
import org.emotone.server.recognition.PictureKind;
import org.emotone.server.recognition.WorkPool;
import org.emotone.timeline.Timeline;

/** What of a recognition comes as a file: audio, pictures, the forms of other programs. */
final class FileRoutes {

  private final History history;
  private final Hearing hearing;
  private final WorkPool pool;
  private final Documents documents;

  FileRoutes(History history, Hearing hearing, WorkPool pool, Path folder) {
    this.history = history;
    this.hearing = hearing;
    this.pool = pool;
    documents = new Documents(folder);
  }

  void mount(RoutesConfig routes) {
    routes.get("/v1/recognitions/{id}/audio", this::audio);
    routes.get("/v1/recognitions/{id}/plots/{plot}", this::plot);
    routes.get("/v1/recognitions/{id}/formats/{format}", this::format);
  }

  private void audio(Context context) throws IOException {
    Requests.only(context);
    Entry entry = HistoryRoutes.find(history, context);
    Path file = kept(entry);
    SoundType type = SoundType.of(entry.heard().container());
    context.header(
        "Content-Disposition", "inline; filename=\"" + entry.id() + type.ending() + "\"");
    context.writeSeekableStream(Files.newInputStream(file), type.mediaType(), Files.size(file));
  }

  private Path kept(Entry entry) {
    return history
        .audio(entry)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemCode.AUDIO_NOT_KEPT,
                    "the audio of this recognition was not kept; the server keeps audio if started with"
                        + " --keep-audio"));
  }

  private void plot(Context context) {
    Requests.only(context, "width", "height");
    int width = Requests.number(context, "width", 1200, 100, 4000);
    int height = Requests.number(context, "height", 300, 50, 2000);
    String name = context.pathParam("plot");
    TimelineSvg svg = new TimelineSvg(width, height);
    if (name.equals("waveform") || name.equals("timeline")) {
      Heard heard = HistoryRoutes.find(history, context).heard();
      svg(context, name.equals("timeline") ? timeline(svg, heard) : waveform(svg, heard));
      return;
    }
    PictureKind kind =
        Arrays.stream(PictureKind.values())
            .filter(one -> one.id().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.NOT_FOUND,
                        "there is no such plot; there are waveform, timeline, spectrogram, mel, mfcc"));
    Path file = kept(HistoryRoutes.find(history, context));
    CompletableFuture<SoundPicture> picture = pool.submit(() -> picture(kind, file, width, height));
    context.future(
        () -> picture.thenAccept(made -> context.contentType("image/png").result(made.png())));
  }

  private static void svg(Context context, String svg) {
    context.contentType("image/svg+xml").result(svg.getBytes(StandardCharsets.UTF_8));
  }

  private static String waveform(TimelineSvg svg, Heard heard) {
    return svg.waveform(heard.waveform(), heard.recognition().duration(), heard.timeline());
  }

  private static String timeline(TimelineSvg svg, Heard heard) {
    Timeline timeline = heard.timeline();
    if (timeline == null) {
      throw new ProblemException(
          ProblemCode.NO_TIMELINE,
          "there is no timeline; recognise the recording again with timeline=true");
    }
    return svg.timeline(heard.waveform(), timeline);
  }

  private SoundPicture picture(PictureKind kind, Path file, int width, int height) {
    try {
      var reading = hearing.reading();
      var limits = reading.limits().withMaxSeconds(SoundPicture.MOST_SECONDS);
      return SoundPicture.of(
          kind, Audio.read(file, reading.within(limits), warning -> {}), width, height);
    } catch (AudioException e) {
      throw new ProblemException(
          ProblemCode.AUDIO_LIMIT,
          "pictures are made of recordings of up to %.0f s".formatted(SoundPicture.MOST_SECONDS));
    } catch (IOException e) {
      throw Faults.ofDisk(e);
    }
  }

  private void format(Context context) {
    Requests.only(context);
    TimelineFormat format =
        TimelineFormat.byId(context.pathParam("format"))
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.NOT_FOUND,
                        "there is no such format; there are " + String.join(", ", formats())));
    Entry entry = HistoryRoutes.find(history, context);
    byte[] document = documents.write(entry, format);
    String type = format.isFolder() ? "application/zip" : format.mediaType() + "; charset=utf-8";
    String ending = format.isFolder() ? ".zip" : format.ending();
    context.header("Content-Disposition", "attachment; filename=\"" + entry.id() + ending + "\"");
    context.contentType(type).result(document);
  }

  private static List<String> formats() {
    return Arrays.stream(TimelineFormat.values()).map(TimelineFormat::id).toList();
  }
}
