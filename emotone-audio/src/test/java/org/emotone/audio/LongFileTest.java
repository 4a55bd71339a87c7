package org.emotone.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Eight hours of 48 kHz stereo, 5.5 GB, in a virtual machine with 64 MB. */
@Tag("slow")
class LongFileTest {
  private static final long FRAMES = 8L * 3600 * 48_000;

  @Test
  void eightHoursAreReadInBoundedMemory() throws IOException, InterruptedException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                classPath,
                Child.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).as(said).isZero();
    assertThat(said.strip()).isEqualTo(FRAMES + " frames");
  }

  /** Reads the file and says how long it is. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws IOException {
      byte[] file = new WavFile(SampleFormat.S16LE, 2, 48_000, new double[0]).bytes();
      // Sizes that do not fit into 32 bits are left open, as FFmpeg does.
      Arrays.fill(file, 4, 8, (byte) 0xFF);
      Arrays.fill(file, file.length - 4, file.length, (byte) 0xFF);
      InputStream in = new SequenceInputStream(new ByteArrayInputStream(file), new Silence());
      long frames = 0;
      try (AudioStream stream = Audio.open(in, "long.wav", AudioLimits.DEFAULT)) {
        float[] block = new float[2 * 4096];
        for (int got; (got = stream.read(block, 0, 4096)) > 0; ) {
          frames += got;
        }
      }
      System.out.println(frames + " frames");
    }
  }

  /** The samples, all zero. */
  private static final class Silence extends InputStream {
    private long left = FRAMES * 4;

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      left -= count;
      return count;
    }
  }
}
