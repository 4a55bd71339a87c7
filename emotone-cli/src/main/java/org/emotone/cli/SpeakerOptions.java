package org.emotone.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.emotone.HearingListener;
import org.emotone.Recognizer;
import org.emotone.audio.AudioStream;
import org.emotone.speaker.Diarisation;
import org.emotone.speaker.SpeakerSettings;
import org.emotone.speaker.SpeakerTimeline;
import org.emotone.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether the voices of a timeline are told apart. */
final class SpeakerOptions implements Closeable {

  private static final String FIND_OUT = "auto";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--speakers",
      paramLabel = "N",
      description = {
        "Say who speaks, too (with --timeline): so many speakers, or auto to find their number. "
            + "Recordings are read twice. Not to be "
            + "relied on: of conversations made of clips 14 to 23 % of the speech is missed or given to the "
            + "wrong voice, 7 to 18 % with the number given, and real ones are harder "
            + "(docs/diarisation.md)."
      })
  private @Nullable String speakers;

  @Option(
      names = "--speaker-model",
      paramLabel = "MODEL",
      defaultValue = "speaker",
      description = "The model that tells voices apart (default: ${DEFAULT-VALUE}).")
  private String model = "speaker";

  private @Nullable Recognizer opened;

  /** Whether voices are told apart. */
  boolean wanted() {
    return speakers != null;
  }

  /** The settings that were asked for. */
  SpeakerSettings settings() {
    if (speakers == null || speakers.equals(FIND_OUT)) {
      return SpeakerSettings.DEFAULT;
    }
    try {
      return SpeakerSettings.DEFAULT.withSpeakers(Integer.valueOf(speakers));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--speakers must be a number from 1 to 100 or auto, was '" + speakers + "'",
          e);
    }
  }

  /** The timeline with its speakers, if they are wanted. */
  Timeline of(
      Timeline timeline,
      Path file,
      ReadingOptions reading,
      double uncertainBelow,
      HearingListener listener)
      throws IOException {
    if (!wanted()) {
      return timeline;
    }
    Diarisation diarisation = new Diarisation(open(), settings());
    try (AudioStream stream = reading.open(file)) {
      diarisation.hear(stream, timeline.speech(), listener);
    }
    return SpeakerTimeline.of(timeline, diarisation.turns(), uncertainBelow);
  }

  private synchronized Recognizer open() throws IOException {
    if (opened == null) {
      opened = Recognizer.open(Models.find(model));
    }
    return opened;
  }

  @Override
  public synchronized void close() {
    if (opened != null) {
      opened.close();
    }
  }
}
