package org.emotone.server.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotone.audio.Audio;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;

/** Sample clips one after another, as a microphone hears them. */
final class Talk {

  private static final String[] CLIPS = {
    "german-man.wav", "fearful-woman.wav", "flat-man.wav", "cheerful-woman.wav", "sad-woman.wav"
  };

  private Talk() {}

  /** Writes it, 14 s long. */
  static Path in(Path folder) throws IOException {
    List<Waveform> clips = new ArrayList<>();
    int length = 0;
    for (String name : CLIPS) {
      Waveform clip = Audio.read(Site.sample(name));
      clips.add(clip);
      length += clip.length();
    }
    float[] all = new float[length];
    int at = 0;
    for (Waveform clip : clips) {
      System.arraycopy(clip.samples(), 0, all, at, clip.length());
      at += clip.length();
    }
    Path file = folder.resolve("talk.wav");
    WavWriter.write(file, new Waveform(all, clips.get(0).sampleRate()));
    return file;
  }
}
