package org.emotone.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;

/**
 * Many live streams at once against a running {@code emotone serve}, each as fast as it would be
 * spoken: blocks of 100 ms of 16-bit samples at 16 kHz. Prints how many results came, what was
 * refused, and how long a result took from the moment at which the block with its last sample was
 * due, whether or not it could be sent by then, so that a server that holds its clients up does not
 * look quick (no coordinated omission).
 *
 * <p>Arguments: the server's address ({@code ws://127.0.0.1:8080}), number of streams, seconds, and
 * recordings, which are repeated; streams begin at different places of them.
 */
public final class StreamLoad {

  private static final int RATE = 16_000;
  private static final int BLOCK = RATE / 10;
  private static final long BLOCK_NANOS = 100_000_000L;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Double> milliseconds = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Integer> messages = new ConcurrentHashMap<>();

  private StreamLoad() {}

  /** Runs the load and prints what came of it. */
  public static void main(String[] arguments) throws Exception {
    List<short[]> sounds = new ArrayList<>();
    for (int i = 3; i < arguments.length; i++) {
      sounds.add(samples(Audio.read(Path.of(arguments[i]))));
    }
    short[] sound = joined(sounds);
    new StreamLoad()
        .run(arguments[0], Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), sound);
  }

  private void run(String address, int count, int seconds, short[] sound) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    List<Stream> streams = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Stream stream = new Stream((int) ((long) i * sound.length / count / BLOCK * BLOCK));
      client.newWebSocketBuilder().buildAsync(URI.create(address + "/v1/stream"), stream).join();
      streams.add(stream);
    }
    long start = System.nanoTime() + BLOCK_NANOS;
    streams.forEach(stream -> stream.start = start);
    for (int block = 0; block < seconds * 10; block++) {
      long due = start + (block + 1) * BLOCK_NANOS;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      for (Stream stream : streams) {
        stream.send(sound, block);
      }
    }
    streams.forEach(Stream::close);
    for (Stream stream : streams) {
      stream.ended.orTimeout(30, TimeUnit.SECONDS).exceptionally(e -> null).join();
    }
    print(count, seconds);
  }

  private void print(int count, int seconds) {
    List<Double> sorted = milliseconds.stream().sorted().toList();
    System.out.println(count + " streams, " + seconds + " s each");
    System.out.println("messages " + new TreeMap<>(messages));
    System.out.println(
        String.format(
            Locale.ROOT,
            "interval results %d; after the block with their last sample was due: median %.0f ms,"
                + " 99th percentile %.0f ms, longest %.0f ms",
            sorted.size(),
            sorted.get(sorted.size() / 2),
            sorted.get((int) (0.99 * (sorted.size() - 1))),
            sorted.get(sorted.size() - 1)));
  }

  /** One session. */
  private final class Stream implements WebSocket.Listener {

    private final int offset;
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private final CompletableFuture<WebSocket> opened = new CompletableFuture<>();
    private CompletableFuture<WebSocket> sent = opened;
    private volatile long start;

    Stream(int offset) {
      this.offset = offset;
    }

    void send(short[] sound, int block) {
      ByteBuffer bytes = ByteBuffer.allocate(2 * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < BLOCK; i++) {
        bytes.putShort(sound[(int) ((offset + (long) block * BLOCK + i) % sound.length)]);
      }
      bytes.flip();
      sent = sent.thenCompose(socket -> socket.sendBinary(bytes, true));
    }

    void close() {
      sent = sent.thenCompose(socket -> socket.sendText("{\"type\":\"session.close\"}", true));
    }

    @Override
    public void onOpen(WebSocket socket) {
      opened.complete(socket);
      socket.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        received(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }

    private void received(String message) {
      long now = System.nanoTime();
      JsonNode json = read(message);
      String type = json.path("type").asText();
      String code = json.path("code").asText();
      messages.merge(code.isEmpty() ? type : type + " " + code, 1, Integer::sum);
      if (type.equals("measurement.result") && json.path("trigger").asText().equals("interval")) {
        long block = (long) Math.ceil(json.path("end").asDouble() * 10 - 1e-6);
        milliseconds.add((now - (start + block * BLOCK_NANOS)) / 1e6);
      }
      if (type.equals("session.closed")) {
        ended.complete(true);
      }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      ended.complete(true);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      messages.merge("broken: " + error, 1, Integer::sum);
      ended.complete(false);
    }
  }

  private static JsonNode read(String message) {
    try {
      return JSON.readTree(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Half a second of silence after each, so that utterances end. */
  private static short[] joined(List<short[]> sounds) {
    int length = sounds.stream().mapToInt(sound -> sound.length + RATE / 2).sum();
    short[] joined = new short[length];
    int place = 0;
    for (short[] sound : sounds) {
      System.arraycopy(sound, 0, joined, place, sound.length);
      place += sound.length + RATE / 2;
    }
    return joined;
  }

  private static short[] samples(Waveform sound) {
    if (sound.sampleRate() != RATE) {
      throw new IllegalArgumentException(
          "a recording at 16 kHz is needed, was " + sound.sampleRate());
    }
    float[] values = sound.samples();
    short[] samples = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      samples[i] = (short) Math.max(-32768, Math.min(32767, Math.round(values[i] * 32768)));
    }
    return samples;
  }
}
