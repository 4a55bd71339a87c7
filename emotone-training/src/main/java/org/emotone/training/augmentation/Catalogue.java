package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.List;

/** One of every kind of augmentation of sound that needs no recordings, with usual values. */
public final class Catalogue {

  private Catalogue() {}

  /** All of them, each always done. */
  public static List<Augmentation> sound() {
    Amount usual = Amount.between(-0.2, 0.2);
    return List.of(
        AddNoise.of(null, null, null, null, null),
        AddNoise.of(Colour.PINK, Amount.between(5, 20), null, null, null),
        new Shift(usual, ShiftFill.SILENCE, 1),
        new Roll(usual, 1),
        Pitch.of(null, null, null),
        Stretch.of(null, null, null),
        Speed.of(null, null),
        Gain.of(null, null, null),
        new Polarity(1),
        Vtlp.of(Amount.of(List.of(0.85, 1.15)), null, null),
        Reverb.of(null, null, null),
        BandLimit.of(Amount.between(50, 150), Amount.between(3000, 7000), null, null),
        Phone.of(null, null, null, null),
        Codec.of(null, null, null),
        Clipping.of(Amount.between(0.01, 0.1), null),
        Gaps.of(null, null, null));
  }

  /** What a recipe calls the type of an augmentation. */
  public static String name(Augmentation augmentation) {
    return Arrays.stream(Augmentation.class.getAnnotation(JsonSubTypes.class).value())
        .filter(type -> type.value() == augmentation.getClass())
        .map(JsonSubTypes.Type::name)
        .findFirst()
        .orElseThrow();
  }
}
