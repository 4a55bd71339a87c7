package org.emotone.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioStream;
import org.emotone.audio.SampleFormat;
import org.jspecify.annotations.Nullable;

/** A microphone that is being recorded, block by block as it comes. */
final class Microphone implements AudioStream {

  /** Rates in Hz and channels, the best first. */
  private static final int[][] WANTED = {
    {48_000, 1}, {44_100, 1}, {48_000, 2}, {44_100, 2}, {16_000, 1}, {8000, 1}
  };

  private static final int BUFFER_SECONDS = 2;

  private final TargetDataLine line;
  private final AudioFormat format;
  private byte[] bytes = {};

  /**
   * A device that records.
   *
   * @param name as the system calls it
   * @param mixer how Java calls it; null for the one that Java takes by itself
   * @param format the best that it offers
   */
  record Device(String name, Mixer.@Nullable Info mixer, AudioFormat format) {}

  private Microphone(TargetDataLine line, AudioFormat format) {
    this.line = line;
    this.format = format;
  }

  /** All devices that record. */
  static List<Device> devices() {
    List<Device> devices = new ArrayList<>();
    for (Mixer.Info info : AudioSystem.getMixerInfo()) {
      AudioFormat format = format(AudioSystem.getMixer(info));
      if (format != null) {
        devices.add(new Device(info.getName(), info, format));
      }
    }
    return devices;
  }

  private static @Nullable AudioFormat format(Mixer mixer) {
    for (int[] wanted : WANTED) {
      AudioFormat format = new AudioFormat(wanted[0], 16, wanted[1], true, false);
      if (mixer.isLineSupported(new DataLine.Info(TargetDataLine.class, format))) {
        return format;
      }
    }
    return null;
  }

  /**
   * Chooses a device.
   *
   * @param devices all that there are
   * @param wanted its number from 1 on, or a part of its name; null for the first
   * @throws IOException if there is none, in one line with what to do
   */
  static Device choose(List<Device> devices, @Nullable String wanted) throws IOException {
    if (devices.isEmpty()) {
      throw new IOException(
          "no microphone found; connect one and allow this terminal to use it, or pipe sound in:"
              + " ffmpeg … -f wav - | emotone listen -");
    }
    if (wanted == null) {
      return devices.get(0);
    }
    if (wanted.matches("\\d{1,4}")) {
      int number = Integer.parseInt(wanted);
      if (number >= 1 && number <= devices.size()) {
        return devices.get(number - 1);
      }
    }
    String part = wanted.toLowerCase(Locale.ROOT);
    return devices.stream()
        .filter(device -> device.name().toLowerCase(Locale.ROOT).contains(part))
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    "no microphone is called '"
                        + wanted
                        + "'; emotone listen --list shows the "
                        + devices.size()
                        + " that there are"));
  }

  /**
   * Begins to record.
   *
   * @throws IOException if another program holds the device
   */
  static Microphone open(Device device) throws IOException {
    try {
      TargetDataLine line = AudioSystem.getTargetDataLine(device.format(), device.mixer());
      AudioFormat format = device.format();
      int second = (int) (format.getSampleRate() * format.getFrameSize());
      line.open(format, BUFFER_SECONDS * second);
      line.start();
      return new Microphone(line, format);
    } catch (LineUnavailableException | SecurityException | IllegalArgumentException e) {
      throw new IOException(
          "microphone '"
              + device.name()
              + "' cannot be used: "
              + Failures.line(e)
              + "; is another program recording with it?",
          e);
    }
  }

  @Override
  public AudioProperties properties() {
    return new AudioProperties(
        "microphone", "PCM", (int) format.getSampleRate(), format.getChannels(), 16, -1);
  }

  @Override
  public int read(float[] interleaved, int offset, int frames) {
    int wanted = frames * format.getFrameSize();
    if (bytes.length < wanted) {
      bytes = new byte[wanted];
    }
    int got = line.read(bytes, 0, wanted) / format.getFrameSize();
    SampleFormat.S16LE.decode(bytes, interleaved, offset, got * format.getChannels());
    return got == 0 ? -1 : got;
  }

  @Override
  public void close() {
    line.close();
  }
}
