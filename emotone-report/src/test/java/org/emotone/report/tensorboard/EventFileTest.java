package org.emotone.report.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00.5Z");

  @TempDir private Path folder = Path.of("");

  private static Event scalars(long step, float loss) {
    return new Event(1.5 + step, step, new Event.Scalars(Map.of("loss/training", loss)));
  }

  /** CRC-32C of RFC 3720, B.4, and of the string that every implementation is tried on. */
  @Test
  void checksumIsTheMaskedCastagnoliPolynomial() {
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
    int crc = 0xe3069283;
    assertThat(TfRecords.masked(digits, 0, 9)).isEqualTo(((crc >>> 15) | (crc << 17)) + 0xa282ead8);
    assertThat(TfRecords.masked(new byte[32], 0, 32))
        .isEqualTo(((0x8a9136aa >>> 15) | (0x8a9136aa << 17)) + 0xa282ead8);
  }

  /** Bytes that TensorBoard 2.21 serialises: wall time 1.5, step 3, loss = 0.25. */
  @Test
  void anEventHasTheBytesThatTensorBoardWrites() {
    byte[] ours = EventCodec.encode(new Event(1.5, 3, new Event.Scalars(Map.of("loss", 0.25f))));
    assertThat(HexFormat.of().formatHex(ours))
        .isEqualTo("09000000000000f83f10032a0d0a0b0a046c6f7373150000803e");
  }

  @Test
  void whatIsWrittenIsRead() throws Exception {
    EventFile file = EventFile.create(folder, NOW);
    byte[] png = {(byte) 0x89, 'P', 'N', 'G'};
    List<Event> events =
        List.of(
            new Event(2, 4, new Event.Restart()),
            scalars(4, 0.5f),
            new Event(3, 0, new Event.Text("recipe", "name: ä €\n")),
            new Event(4, 5, new Event.Image("confusion", 3, 2, png)));
    for (Event event : events) {
      file.append(event);
    }
    List<Event> read = file.read();
    assertThat(read).hasSize(5);
    assertThat(read.get(0))
        .isEqualTo(new Event(1769860800.5, 0, new Event.Version("brain.Event:2")));
    assertThat(read.subList(1, 4)).isEqualTo(events.subList(0, 3));
    assertThat(read.get(4).content()).usingRecursiveComparison().isEqualTo(events.get(3).content());
  }

  @Property(tries = 200)
  void everyScalarComesBack(
      @ForAll double wallTime, @ForAll long step, @ForAll float value, @ForAll String tag)
      throws Exception {
    Event event = new Event(wallTime, step, new Event.Scalars(Map.of(plain(tag), value)));
    assertThat(EventDecoder.decode(EventCodec.encode(event))).isEqualTo(event);
  }

  /** Without halves of surrogate pairs, which UTF-8 cannot hold. */
  private static String plain(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @Test
  void anEventThatWasCutOffIsPassedOver() throws Exception {
    EventFile file = EventFile.create(folder, NOW);
    file.append(scalars(1, 2));
    byte[] whole = Files.readAllBytes(file.path());
    file.append(scalars(2, 1));
    byte[] longer = Files.readAllBytes(file.path());
    for (int length = whole.length; length < longer.length; length++) {
      Files.write(file.path(), Arrays.copyOf(longer, length));
      assertThat(file.read()).as("%d bytes", length).hasSize(2).contains(scalars(1, 2));
    }
  }

  @Test
  void aChangedByteIsFound() throws Exception {
    EventFile file = EventFile.create(folder, NOW);
    file.append(scalars(1, 2));
    byte[] good = Files.readAllBytes(file.path());
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 0x10;
      Files.write(file.path(), bad);
      assertThatThrownBy(file::read).as("byte %d", at).hasMessageContaining("is damaged");
    }
  }

  @Test
  void filesOfOneSecondAreToldApartAndReadInTheirOrder() throws Exception {
    EventFile first = EventFile.create(folder, NOW);
    EventFile second = EventFile.create(folder, NOW);
    EventFile third = EventFile.create(folder, NOW.plusSeconds(1));
    Files.createFile(folder.resolve("metrics.csv"));
    assertThat(EventFile.of(folder)).containsExactly(first, second, third);
    assertThat(first.path().getFileName()).hasToString("events.out.tfevents.1769860800.emotone");
  }
}
