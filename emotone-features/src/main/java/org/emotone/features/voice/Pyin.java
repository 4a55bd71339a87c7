package org.emotone.features.voice;

import org.emotone.audio.Waveform;
import org.emotone.features.check.Bounds;
import org.emotone.features.check.Finite;

/**
 * Probabilistic YIN (Mauch and Dixon, "pYIN: a fundamental frequency estimator using probabilistic
 * threshold distributions", ICASSP 2014), as librosa 0.11's {@code pyin} defines it: 100 thresholds
 * under a Beta(2, 18) prior, a Boltzmann prior of parameter 2 over the troughs, and a hidden Markov
 * model over pitch and voicing.
 *
 * <p>The voicing of a frame is the probability that it is voiced. A clip of any length from one
 * sample on has at least one frame.
 *
 * @param frames how the clip is cut and which pitches are looked for
 * @param resolution width of a pitch bin in semitones, 0.02 to 1
 * @param maxTransitionRate how fast pitch may move, in octaves per second, 1 to 1000
 * @param switchProbability probability that voicing changes from one frame to the next, 0.0001 to
 *     0.5
 * @param noTroughProbability weight of the deepest trough where none is below a threshold, 0 to 1
 */
public record Pyin(
    YinFrames frames,
    double resolution,
    double maxTransitionRate,
    double switchProbability,
    double noTroughProbability)
    implements PitchTracker {

  /** librosa's defaults over {@link YinFrames#SPEECH}. */
  public static final Pyin SPEECH = of(YinFrames.SPEECH);

  /** Checks the ranges. */
  public Pyin {
    Bounds.check("resolution", resolution, 0.02, 1);
    Bounds.check("maxTransitionRate", maxTransitionRate, 1, 1000);
    Bounds.check("switchProbability", switchProbability, 0.0001, 0.5);
    Bounds.check("noTroughProbability", noTroughProbability, 0, 1);
  }

  /** librosa's defaults: bins of 0.1 semitones, 35.92 octaves per second, 0.01 and 0.01. */
  public static Pyin of(YinFrames frames) {
    return new Pyin(frames, 0.1, 35.92, 0.01, 0.01);
  }

  @Override
  public PitchTrack track(Waveform waveform) {
    Finite.check(waveform.samples());
    int rate = waveform.sampleRate();
    frames.checkRate(rate);
    float[] padded = frames.padded(waveform);
    int frame = frames.frame(rate);
    int hop = frames.hop(rate);
    int count = 1 + (padded.length - frame) / hop;
    DifferenceFunction difference =
        new DifferenceFunction(frame, frames.minPeriod(rate), frames.maxPeriod(rate));
    PitchBins bins = new PitchBins(frames.minHz(), frames.maxHz(), binsPerSemitone());
    Troughs troughs = new Troughs(noTroughProbability);
    PitchPath path = path(bins, hop, rate);
    float[] voicing = new float[count];
    for (int i = 0; i < count; i++) {
      difference.analyse(padded, i * hop);
      double[] observed = bins.observe(difference, troughs.probabilities(difference), rate);
      voicing[i] = (float) PitchBins.voicedProbability(observed);
      path.advance(observed);
    }
    return track(path.decode(), voicing, bins, (double) hop / rate);
  }

  private PitchPath path(PitchBins bins, int hop, int rate) {
    int semitones = (int) Math.rint(maxTransitionRate * 12 * hop / rate);
    return new PitchPath(bins.count(), semitones * binsPerSemitone() / 2, switchProbability);
  }

  private int binsPerSemitone() {
    return (int) Math.ceil(1 / resolution);
  }

  private static PitchTrack track(
      int[] states, float[] voicing, PitchBins bins, double hopSeconds) {
    float[] hz = new float[states.length];
    boolean[] voiced = new boolean[states.length];
    for (int i = 0; i < states.length; i++) {
      hz[i] = (float) bins.hz(states[i] % bins.count());
      voiced[i] = states[i] < bins.count();
    }
    return new PitchTrack(hz, voicing, voiced, hopSeconds);
  }
}
