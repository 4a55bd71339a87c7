package org.emotone.audio.signal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures the {@link Quality} of audio of any length, block by block, in bounded memory. Not safe
 * for use by several threads at once.
 */
public final class QualityMeter {
  private static final float FULL_SCALE = 0.998f;
  private static final int SHORTEST_RUN = 3;
  private static final double DEAD_DB = 50;

  private final int sampleRate;
  private final int channels;
  private final double[] sums;
  private final double[] energies;
  private final int[] runs;
  private final VoiceDetector voices;
  private final LevelHistogram levels;
  private final BandwidthMeter bandwidth;
  private double speechSeconds;
  private float peak;
  private long clipped;
  private long frames;
  private boolean ended;

  /**
   * Begins to measure.
   *
   * @param sampleRate in Hz, 1000 or more
   * @param channels 1 or more
   */
  public QualityMeter(int sampleRate, int channels) {
    this.sampleRate = sampleRate;
    this.channels = channels;
    sums = new double[channels];
    energies = new double[channels];
    runs = new int[channels];
    voices = new VoiceDetector(sampleRate, VoiceActivity.DEFAULT);
    levels = new LevelHistogram(sampleRate);
    bandwidth = new BandwidthMeter(sampleRate);
  }

  /**
   * Takes the next frames.
   *
   * @param interleaved amplitudes, the channels of a frame side by side
   * @param count how many frames
   * @return the stretches of speech that have ended, in seconds from the beginning
   */
  public List<Segment> add(float[] interleaved, int count) {
    float[] mono = new float[count];
    for (int frame = 0; frame < count; frame++) {
      double mean = 0;
      for (int channel = 0; channel < channels; channel++) {
        float sample = interleaved[frame * channels + channel];
        mean += sample;
        sample(channel, sample);
      }
      mono[frame] = (float) (mean / channels);
    }
    frames += count;
    levels.add(mono);
    bandwidth.add(mono);
    return counted(voices.next(mono));
  }

  private void sample(int channel, float sample) {
    float amplitude = Math.abs(sample);
    peak = Math.max(peak, amplitude);
    sums[channel] += sample;
    energies[channel] += (double) sample * sample;
    if (amplitude < FULL_SCALE) {
      runs[channel] = 0;
      return;
    }
    runs[channel]++;
    if (runs[channel] == SHORTEST_RUN) {
      clipped += SHORTEST_RUN;
    } else if (runs[channel] > SHORTEST_RUN) {
      clipped++;
    }
  }

  private List<Segment> counted(List<Segment> segments) {
    segments.forEach(segment -> speechSeconds += segment.duration());
    return segments;
  }

  /**
   * After the last frame: the stretch of speech that is left, if any. {@link #quality} counts it.
   * What is left is given once.
   */
  public List<Segment> end() {
    if (ended) {
      return List.of();
    }
    ended = true;
    return counted(voices.end());
  }

  /** The stretch of speech that is going on ({@link VoiceDetector#current}), or null. */
  public @Nullable Segment currentSpeech() {
    return voices.current();
  }

  /** Seconds before which it is known where somebody speaks ({@link VoiceDetector#decided}). */
  public double decidedSpeech() {
    return voices.decided();
  }

  /** What was measured; ends the measurement. */
  public Quality quality() {
    end();
    double seconds = (double) frames / sampleRate;
    double count = Math.max(1, frames);
    double energy = 0;
    double sum = 0;
    for (int channel = 0; channel < channels; channel++) {
      energy += energies[channel] / channels;
      sum += sums[channel] / channels;
    }
    double silence = seconds == 0 ? 1 : Math.max(0, 1 - speechSeconds / seconds);
    return new Quality(
        seconds,
        sampleRate,
        channels,
        20 * Math.log10(peak),
        10 * Math.log10(energy / count),
        clipped / (count * channels),
        silence,
        levels.snrDb(),
        bandwidth.hz(),
        sum / count,
        dead());
  }

  private List<Integer> dead() {
    double loudest = 0;
    for (double energy : energies) {
      loudest = Math.max(loudest, energy);
    }
    List<Integer> dead = new ArrayList<>();
    for (int channel = 0; channel < channels; channel++) {
      if (energies[channel] < loudest * Math.pow(10, -DEAD_DB / 10)) {
        dead.add(channel + 1);
      }
    }
    return dead;
  }
}
