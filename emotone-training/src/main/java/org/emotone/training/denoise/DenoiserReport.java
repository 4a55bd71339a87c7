package org.emotone.training.denoise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Locale;
import org.emotone.training.evaluation.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What ways to take out noise gain, and how that was measured.
 *
 * @param protocol which clips these are, in words
 * @param clips how many
 * @param speakers of these
 * @param recogniser full name of the model whose UAR it is; null without one
 * @param seed of what was drawn
 * @param scores in the order of conditions and methods
 */
public record DenoiserReport(
    String protocol,
    int clips,
    int speakers,
    @Nullable String recogniser,
    long seed,
    List<DenoiserScore> scores) {

  /** Copies the list. */
  public DenoiserReport {
    scores = List.copyOf(scores);
  }

  /** As JSON. */
  public String toJson() {
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report cannot be written as JSON", e);
    }
  }

  /** As a table to read. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%d clips of %d speakers: %s%s; seed %d%n"
            .formatted(
                clips,
                speakers,
                protocol,
                recogniser == null ? "" : "; UAR of " + recogniser,
                seed));
    text.append("SI-SDR and segmental SNR in dB, means over clips\n\n");
    line(
        text, "noise", "at", "method", "SI-SDR", "gain", "better", "segSNR", "gain", "UAR",
        "change");
    for (DenoiserScore score : scores) {
      line(
          text,
          score.noise(),
          number(score.snrDb(), "%.0f dB"),
          score.method(),
          number(score.siSdr(), "%.1f"),
          number(score.siSdrGain(), "%+.1f"),
          number(percent(score.improved()), "%.0f %%"),
          number(score.segmentalSnr(), "%.1f"),
          number(score.segmentalSnrGain(), "%+.1f"),
          number(score.uar(), "%.3f"),
          change(score));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String... cells) {
    text.append(
        String.format("%-7s %6s  %-14s %7s %6s %7s %7s %6s %6s  %s", (Object[]) cells)
            .stripTrailing());
    text.append('\n');
  }

  private static @Nullable Double percent(@Nullable Double share) {
    return share == null ? null : 100 * share;
  }

  private static String number(@Nullable Double value, String format) {
    return value == null ? "" : String.format(Locale.ROOT, format, value);
  }

  private static String change(DenoiserScore score) {
    Interval interval = score.uarChangeInterval();
    if (score.method().equals(DenoiserEvaluation.NOISY) || score.uarChange() == null) {
      return "";
    }
    return number(score.uarChange(), "%+.3f")
        + (interval == null
            ? ""
            : String.format(Locale.ROOT, " (%+.3f to %+.3f)", interval.lower(), interval.upper()));
  }
}
