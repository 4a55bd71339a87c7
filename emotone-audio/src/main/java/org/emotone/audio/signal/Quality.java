package org.emotone.audio.signal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.emotone.audio.Waveform;

/**
 * What can be said of a recording before anything is recognised in it. {@link QualityMeter}
 * measures it of audio of any length; how often a warning is false is measured in docs/audio.md.
 *
 * @param seconds its length
 * @param sampleRate its rate in Hz
 * @param channels how many channels it has
 * @param peakDb its largest amplitude in dB relative to full scale, −∞ for digital silence
 * @param rmsDb the root of its mean square in dB relative to full scale, −∞ for digital silence
 * @param clipped share of its samples in runs of three or more at full scale, 0 to 1
 * @param silence share of its time in which nobody speaks ({@link VoiceActivity}), 0 to 1
 * @param snrDb estimated ratio of speech to noise in dB, 60 at most
 * @param bandwidthHz where its content ends, in Hz: half its rate unless the spectrum breaks off
 *     before
 * @param dcOffset its mean amplitude, −1 to 1
 * @param deadChannels numbers, from 1, of the channels that are silent beside others that are not
 */
public record Quality(
    double seconds,
    int sampleRate,
    int channels,
    double peakDb,
    double rmsDb,
    double clipped,
    double silence,
    double snrDb,
    double bandwidthHz,
    double dcOffset,
    List<Integer> deadChannels) {

  private static final double SHORTEST_SECONDS = 0.5;
  private static final double LEAST_SPEECH_SECONDS = 0.2;
  private static final double QUIETEST_DB = -60;
  private static final double MOST_CLIPPED = 0.001;
  private static final double MOST_SILENCE = 0.9;
  private static final double LEAST_SNR_DB = 6;
  private static final double LARGEST_OFFSET = 0.005;
  private static final double LARGEST_OFFSET_TO_RMS = 0.15;

  /** Speech has content up to here, in Hz. */
  private static final double SPEECH_HZ = 8000;

  private static final double TELEPHONE_HZ = 4200;

  /** A recording that reaches this share of {@link #SPEECH_HZ} has all that matters. */
  private static final double ENOUGH = 0.8;

  /** Takes a copy of the list. */
  public Quality {
    deadChannels = List.copyOf(deadChannels);
  }

  /** Measures a waveform. */
  public static Quality of(Waveform waveform) {
    QualityMeter meter = new QualityMeter(waveform.sampleRate(), 1);
    meter.add(waveform.samples(), waveform.length());
    return meter.quality();
  }

  /** Whether there is nothing to hear. */
  public boolean silent() {
    return peakDb < QUIETEST_DB;
  }

  /** Seconds in which somebody speaks. */
  public double speechSeconds() {
    return seconds * (1 - silence);
  }

  /** The faults in plain words, a line each, none for a good recording. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (seconds < SHORTEST_SECONDS) {
      warnings.add(words("only %.2f s long: too short to hear an emotion in", seconds));
    }
    if (silent()) {
      String level =
          Double.isInfinite(peakDb) ? "digital silence" : words("peak %.1f dBFS", peakDb);
      warnings.add("nearly silent (" + level + "): there is nothing to hear an emotion in");
      return warnings;
    }
    speech(warnings);
    if (clipped > MOST_CLIPPED) {
      warnings.add(
          words(
              "clipped: %.1f %% of the samples are cut off at full scale; record at a lower level",
              100 * clipped));
    }
    bandwidth(warnings);
    channels(warnings);
    if (Math.abs(dcOffset) > LARGEST_OFFSET
        && Math.abs(dcOffset) > LARGEST_OFFSET_TO_RMS * Math.pow(10, rmsDb / 20)) {
      warnings.add(
          words(
              "constant offset of %.1f %% of full scale: a fault of the recorder",
              100 * Math.abs(dcOffset)));
    }
    return warnings;
  }

  private void speech(List<String> warnings) {
    if (seconds < SHORTEST_SECONDS) {
      return;
    }
    if (speechSeconds() < LEAST_SPEECH_SECONDS) {
      warnings.add("no speech found");
      return;
    }
    if (silence > MOST_SILENCE) {
      warnings.add(words("only %.1f s of speech in %.1f s", speechSeconds(), seconds));
    }
    if (snrDb < LEAST_SNR_DB) {
      warnings.add(
          words("noisy: speech is only about %.0f dB above the noise", Math.max(-9, snrDb)));
    }
  }

  private void bandwidth(List<String> warnings) {
    double best = Math.min(SPEECH_HZ, sampleRate / 2.0);
    if (bandwidthHz < ENOUGH * best) {
      warnings.add(
          words("%s kHz file whose content ends at %.1f kHz: ", kiloHertz(), bandwidthHz / 1e3)
              + (bandwidthHz < TELEPHONE_HZ ? "telephone" : "a low-rate codec or microphone"));
    }
  }

  private void channels(List<String> warnings) {
    for (int channel : deadChannels) {
      warnings.add("channel %d of %d is dead".formatted(channel, channels));
    }
  }

  /** The rate as people write it: 16, 22.05, 44.1. */
  private String kiloHertz() {
    return BigDecimal.valueOf(sampleRate, 3).stripTrailingZeros().toPlainString();
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
