package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.SplittableRandom;
import org.emotone.audio.signal.RoomResponse;
import org.jspecify.annotations.Nullable;

/**
 * The clip in a room that is drawn: {@code {type: reverb, seconds: [0.2, 0.8], directDb: [0, 12]}};
 * see {@link RoomResponse}.
 *
 * @param seconds in which the room's echo falls by 60 dB (RT60), 0.05 to 5 s, 0.2 to 0.8 when left
 *     out
 * @param directDb how much stronger the direct sound is than the room's, −20 to 40 dB, 0 to 12 when
 *     left out
 * @param p that it is done, 1 when left out
 */
public record Reverb(Amount seconds, Amount directDb, double p) implements SoundAugmentation {

  /** Checks the ranges. */
  public Reverb {
    Chances.check(p);
    seconds.check("seconds", 0.05, 5);
    directDb.check("directDb", -20, 40);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Reverb of(
      @JsonProperty("seconds") @Nullable Amount seconds,
      @JsonProperty("directDb") @Nullable Amount directDb,
      @JsonProperty("p") @Nullable Double p) {
    return new Reverb(
        seconds == null ? Amount.between(0.2, 0.8) : seconds,
        directDb == null ? Amount.between(0, 12) : directDb,
        Chances.orAlways(p));
  }

  @Override
  public Effect draw(SplittableRandom random) {
    RoomResponse room = new RoomResponse(seconds.draw(random), directDb.draw(random));
    long seed = random.nextLong();
    return new Effect(
        String.format(
            Locale.ROOT,
            "room of %.2f s, direct sound %+.0f dB",
            room.reverberationSeconds(),
            room.directDb()),
        clip -> room.apply(clip, seed));
  }
}
