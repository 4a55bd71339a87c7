package org.emotone.cli;

import java.nio.file.Path;
import org.emotone.Recognizer;
import org.emotone.explain.Explainer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether answers are explained, and where the pictures go. */
final class ExplainOptions {

  @Option(
      names = "--explain",
      description = {
        "Say why, for recordings of up to 30 s: how pitch, energy, rate and tilt differ from neutral "
            + "voices, and which part of the sound the answer rests on, with a picture FILE.why.png "
            + "beside the recording. Takes some seconds each. docs/explanation.md says how it is done "
            + "and how far it can be trusted."
      })
  private boolean explain;

  @Option(
      names = "--explain-out",
      paramLabel = "FOLDER",
      description = "Where the pictures of --explain go instead; made if it is missing.")
  private @Nullable Path folder;

  @Option(
      names = "--explain-voice",
      paramLabel = "VOICE",
      description = {
        "Hold the clips of --explain against women's or against men's neutral voices (women, men) and "
            + "not against those whose pitch is nearest, which may be the wrong ones where somebody "
            + "shouts."
      })
  private @Nullable String voice;

  /** Whether answers are explained. */
  boolean wanted() {
    return explain || folder != null || voice != null;
  }

  /** What explains the answers of a model. */
  Explainer explainer(Recognizer recognizer) {
    return new Explainer(recognizer, voice == null ? null : voice + "'s voices");
  }

  /** The picture of a recording. */
  Path picture(Path file) {
    String name = file.getFileName() + ".why.png";
    return folder == null ? file.resolveSibling(name) : folder.resolve(name);
  }
}
