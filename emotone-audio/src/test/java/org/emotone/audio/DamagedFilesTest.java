package org.emotone.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every parser on whole, cut and damaged fixtures; {@link FuzzingTest} goes on where this ends. */
class DamagedFilesTest {
  private static final int DAMAGED = 60;

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

  private static byte[] damaged(byte[] seed, Random random) {
    byte[] file = seed.clone();
    int range = random.nextBoolean() ? Math.min(file.length, 200) : file.length;
    for (int i = random.nextInt(5); i >= 0; i--) {
      file[random.nextInt(range)] = (byte) random.nextInt(256);
    }
    return file;
  }
}
