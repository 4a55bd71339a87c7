package org.emotone.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every parser on whole, cut and damaged fixtures; {@link FuzzingTest} goes on where this ends. */
class DamagedFilesTest {
  private static final int DAMAGED = 60;

  /** Found by Jazzer: Concentus overflows in its synthesis and throws an AssertionError. */
  private static final String OVERFLOWING_OPUS =
      """
      T2dnUwACAAAAAAAAAAAAAAAAAAAAAEkq9qABE09wdXNIZWFkAQE4AYA+AAAAAABPZ2dTAAAAAAAAAAAAAAAAAAABAA
      AASZW+VAEuT3B1c1RhZ3MGAAAAZmZtcGVnAQAAABQAAABlbmNvZGVyPUxhdmMgbGlib3B1c09nZ1MABBgwAAAAAAAA
      AAAAAAIAAAB9AHAmBWhUVk5CWOEeusCyRy0ebcKutDHk9gSqoAStG5qGpoLwkE1mvr7Hg1MR7sjmqg2XJYuUc+3b1j
      M2BTNZEuLiJMePr2HoUyC5zkRcNdGuW2r81d1Lw1ZZ/2/wVuoX5YQ7Ca7k9InV/q9Afks91uBYD97zcSbyBfXamXNk
      WDR3EqhbH6LGGZZOPFl8Yc7cgMy4Z6R6J3khV59rALjYdKMLBSb1+yS2xk6Zx/NkaeRftGlN80LP1jM2BVGYsQlgxQ
      PXEOxYD+B9OLRSsxuzCaJrox1ZmxYX/+DBjQrYW5VWa0ZZrsryn8I/JoyV/dQz1MZdqwzsc8g1Kf551Hi37BWt5cCb
      smEEtT/cWQeLIABgrUXqwE/qwnQMgFgP4F5tga/lz+ZGhbUtTHRkuJEjoHEB1pp05ZkzRzMzZ1ApwG3vMUvv7RS0ww
      BUDPZ7tuBm6bL8suA26LwryKurKeDzueQJx/VbSG5NShixpwr24K5pUFxacASra3lCtlSrupDgs9RYPMpSFJ9T3kHz
      0IJ4kuBsjaQFhi17M8RXOqcin5TwAh3b0TCOJMHwqg==
      """;

  @ParameterizedTest
  @EnumSource(FuzzedParser.class)
  void wholeCutAndDamagedFilesAreReadOrRefused(FuzzedParser parser) {
    List<byte[]> seeds = parser.seeds();
    assertThat(seeds).isNotEmpty();
    for (byte[] seed : seeds) {
      parser.decode(seed);
      Random random = new Random(seed.length);
      for (int i = 0; i < DAMAGED; i++) {
        parser.decode(Arrays.copyOf(seed, random.nextInt(seed.length)));
        parser.decode(damaged(seed, random));
      }
    }
  }

  @Test
  void anOverflowInTheOpusDecoderIsDamage() {
    byte[] file = Base64.getMimeDecoder().decode(OVERFLOWING_OPUS);
    FuzzedParser.OPUS.decode(file);
    assertThatThrownBy(
            () ->
                Audio.read(
                    new ByteArrayInputStream(OggFile.withRightSums(file)),
                    "found.opus",
                    AudioLimits.DEFAULT))
        .isInstanceOf(DamagedAudioException.class)
        .hasMessageContaining("Opus packet cannot be decoded");
  }

  private static byte[] damaged(byte[] seed, Random random) {
    byte[] file = seed.clone();
    int range = random.nextBoolean() ? Math.min(file.length, 200) : file.length;
    for (int i = random.nextInt(5); i >= 0; i--) {
      file[random.nextInt(range)] = (byte) random.nextInt(256);
    }
    return file;
  }
}
