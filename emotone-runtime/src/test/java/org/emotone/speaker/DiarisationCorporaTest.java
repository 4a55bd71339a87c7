package org.emotone.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.emotone.Recognizer;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Segment;
import org.emotone.audio.signal.VoiceActivity;
import org.emotone.speaker.Conversations.Conversation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The error rate on conversations made of clips: the threshold is looked for on fourteen speakers
 * who are not in the training, and measured on nineteen others. Prints the tables of
 * docs/diarisation.md.
 */
@Tag("corpora")
class DiarisationCorporaTest {

  private static final double COLLAR = 0.25;
  private static final int CREMAD = 8;
  private static final int RAVDESS = 4;

  private static final List<String> CHOSEN_ON =
      names("cremad:", 1003, 1008, 1013, 1018, 1023, 1028, 1033, 1038, 1043, 1048);
  private static final List<String> CHOSEN_ON_TOO =
      List.of("ravdess:02", "ravdess:07", "ravdess:14", "ravdess:19");
  private static final List<String> MEASURED_ON =
      names(
          "cremad:", 1005, 1010, 1015, 1020, 1025, 1030, 1035, 1040, 1045, 1050, 1055, 1060, 1065,
          1070, 1075);
  private static final List<String> MEASURED_ON_TOO =
      List.of("ravdess:01", "ravdess:11", "ravdess:20", "ravdess:21");

  private static List<String> names(String corpus, int... actors) {
    return Arrays.stream(actors).mapToObj(actor -> corpus + actor).toList();
  }

  /** A conversation, and its windows for speech as it is and as it was found. */
  private record Heard(Conversation conversation, Diarisation known, Diarisation found) {}

  @Test
  void speakersWhomTheNetworkDoesNotKnowAreToldApart() throws IOException {
    try (Recognizer model = Recognizer.open(Path.of("../models/speaker.emotone"))) {
      double best = choose(hear(model, CHOSEN_ON, CHOSEN_ON_TOO, 100));
      List<Heard> measured = hear(model, MEASURED_ON, MEASURED_ON_TOO, 900);
      for (int speakers : new int[] {2, 3, 4}) {
        List<Heard> some =
            measured.stream().filter(one -> one.conversation.speakers() == speakers).toList();
        print(some, best, true, speakers);
        print(some, best, false, speakers);
      }
      SpeakerSettings settings = SpeakerSettings.DEFAULT;
      assertThat(settings.threshold()).as("the threshold chosen on other speakers").isEqualTo(best);
      ErrorRate given = error(measured, settings, COLLAR, false, Conversation::speakers);
      assertThat(given.total()).isLessThan(0.4);
    }
  }

  private static List<Heard> hear(
      Recognizer model, List<String> cremad, List<String> ravdess, long seed) throws IOException {
    Conversations conversations = new Conversations();
    List<Heard> heard = new ArrayList<>();
    for (int speakers : new int[] {2, 3, 4}) {
      for (int i = 0; i < CREMAD + RAVDESS; i++) {
        Conversation conversation =
            conversations.of(i < CREMAD ? cremad : ravdess, speakers, seed + 10L * i + speakers);
        List<Segment> speech = conversation.turns().stream().map(SpeakerTurn::span).toList();
        Waveform sound = conversation.sound();
        heard.add(
            new Heard(
                conversation,
                windows(model, sound, speech),
                windows(model, sound, VoiceActivity.DEFAULT.find(sound))));
      }
    }
    return heard;
  }

  private static Diarisation windows(Recognizer model, Waveform sound, List<Segment> speech) {
    Diarisation diarisation = new Diarisation(model, SpeakerSettings.DEFAULT);
    for (Segment segment : speech) {
      int from = (int) Math.round(segment.start() * sound.sampleRate());
      int to = Math.min(sound.length(), (int) Math.round(segment.end() * sound.sampleRate()));
      float[] samples = Arrays.copyOfRange(sound.samples(), from, to);
      diarisation.add(segment.start(), new Waveform(samples, sound.sampleRate()));
    }
    return diarisation;
  }

  private static double choose(List<Heard> heard) {
    double best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int step = 6; step <= 20; step++) {
      double threshold = step / 20.0;
      SpeakerSettings settings = SpeakerSettings.DEFAULT.withThreshold(threshold);
      double error = error(heard, settings, COLLAR, false, null).total();
      System.out.printf(Locale.ROOT, "threshold %.2f: error %.3f%n", threshold, error);
      if (error < least) {
        least = error;
        best = threshold;
      }
    }
    return best;
  }

  private static ErrorRate error(
      List<Heard> heard,
      SpeakerSettings settings,
      double collar,
      boolean known,
      @Nullable ToIntFunction<Conversation> speakers) {
    ErrorRate sum = new ErrorRate(0, 0, 0, 0);
    for (Heard one : heard) {
      SpeakerSettings own =
          speakers == null
              ? settings
              : settings.withSpeakers(speakers.applyAsInt(one.conversation));
      List<SpeakerTurn> turns = (known ? one.known : one.found).turns(own);
      sum = sum.plus(ErrorRate.of(one.conversation.turns(), turns, collar));
    }
    return sum;
  }

  private static void print(List<Heard> heard, double threshold, boolean given, int speakers) {
    SpeakerSettings settings = SpeakerSettings.DEFAULT.withThreshold(threshold);
    ToIntFunction<Conversation> count = given ? Conversation::speakers : null;
    for (double collar : new double[] {COLLAR, 0}) {
      ErrorRate error = error(heard, settings, collar, false, count);
      ErrorRate oracle = error(heard, settings, collar, true, count);
      System.out.printf(
          Locale.ROOT,
          "%d speakers, number %s, collar %.2f s: error %.1f %% (missed %.1f, false alarm %.1f,"
              + " confused %.1f), with the true speech %.1f %%%n",
          speakers,
          given ? "given" : "found",
          collar,
          100 * error.total(),
          100 * error.missed() / error.speech(),
          100 * error.falseAlarm() / error.speech(),
          100 * error.confused() / error.speech(),
          100 * oracle.total());
    }
    if (!given) {
      double found =
          heard.stream()
              .mapToLong(
                  one ->
                      one.found.turns(settings).stream()
                          .map(turn -> Objects.requireNonNull(turn.speaker()))
                          .distinct()
                          .count())
              .average()
              .orElseThrow();
      System.out.printf(Locale.ROOT, "  %.1f speakers found on average%n", found);
    }
  }
}
