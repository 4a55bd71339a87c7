package org.emotone.audio.codec.opus;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Resampler;
import org.emotone.audio.signal.ResamplingQuality;

/**
 * What becomes of a clip on an internet call: it is coded as Opus (RFC 6716) in packets of 20 ms,
 * of which some may be lost, and decoded; a lost one is concealed by the decoder. The encoder's
 * delay is taken out.
 *
 * @param kilobits per second, 6 to 128
 * @param lost share of the packets that do not arrive, 0 to 0.5
 */
public record OpusRoundTrip(double kilobits, double lost) {

  /** Rates that Opus codes at, in Hz; at 24 000 Concentus 1.0.2 decodes nonsense. */
  private static final int[] RATES = {8000, 16_000, 48_000};

  /** Of 10: with 10 it takes twice as long and sounds little better. */
  private static final int COMPLEXITY = 2;

  private static final int MOST_PACKET_BYTES = 1500;

  /** Checks the ranges. */
  public OpusRoundTrip {
    if (!(kilobits >= 6 && kilobits <= 128)) {
      throw new IllegalArgumentException("kilobits must be from 6 to 128, was " + kilobits);
    }
    if (!(lost >= 0 && lost <= 0.5)) {
      throw new IllegalArgumentException("lost must be from 0 to 0.5, was " + lost);
    }
  }

  /**
   * Codes and decodes a clip.
   *
   * @param seed decides which packets are lost
   * @return as many samples at the same rate; amplitudes beyond ±1 are clipped, as a call does
   */
  public Waveform apply(Waveform waveform, long seed) {
    int rate =
        Arrays.stream(RATES).filter(r -> r >= waveform.sampleRate()).findFirst().orElse(48_000);
    Waveform in = Resampler.resample(waveform, rate, ResamplingQuality.STANDARD);
    try {
      float[] heard = call(in, new SplittableRandom(seed));
      Waveform out =
          Resampler.resample(
              new Waveform(heard, rate), waveform.sampleRate(), ResamplingQuality.STANDARD);
      return new Waveform(Arrays.copyOf(out.samples(), waveform.length()), waveform.sampleRate());
    } catch (OpusException e) {
      throw new IllegalStateException("Opus refuses " + rate + " Hz", e);
    }
  }

  private float[] call(Waveform in, SplittableRandom random) throws OpusException {
    int rate = in.sampleRate();
    OpusEncoder encoder = new OpusEncoder(rate, 1, OpusApplication.OPUS_APPLICATION_VOIP);
    encoder.setComplexity(COMPLEXITY);
    encoder.setBitrate((int) Math.round(1000 * kilobits));
    OpusDecoder decoder = new OpusDecoder(rate, 1);
    int delay = encoder.getLookahead();
    int frame = rate / 50;
    int frames = (in.length() + delay + frame - 1) / frame;
    short[] pcm = new short[frame];
    short[] decoded = new short[frame];
    byte[] packet = new byte[MOST_PACKET_BYTES];
    float[] heard = new float[in.length()];
    for (int i = 0; i < frames; i++) {
      fill(in.samples(), i * frame, pcm);
      int bytes = encoder.encode(pcm, 0, frame, packet, 0, packet.length);
      boolean arrives = lost == 0 || random.nextDouble() >= lost;
      // Without a packet the decoder conceals what is missing.
      decoder.decode(arrives ? packet : null, 0, arrives ? bytes : 0, decoded, 0, frame, false);
      for (int k = 0; k < frame; k++) {
        int at = i * frame + k - delay;
        if (at >= 0 && at < heard.length) {
          heard[at] = decoded[k] * 0x1p-15f;
        }
      }
    }
    return heard;
  }

  /** The next samples as 16-bit integers; silence after the end. */
  private static void fill(float[] samples, int start, short[] pcm) {
    for (int k = 0; k < pcm.length; k++) {
      float sample = start + k < samples.length ? samples[start + k] : 0;
      int value = Math.round(sample * 0x1p15f);
      pcm[k] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
    }
  }
}
