package org.emotone.report.explore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotone.audio.WavWriter;

/** A corpus named as CREMA-D, with votes. */
final class Cremad {

  private Cremad() {}

  /** Writes an angry and a sad clip of each of so many actors, and ten votes on each. */
  static List<String> write(Path root, int actors) throws IOException {
    Path clips = Files.createDirectories(root.resolve("AudioWAV"));
    List<String> names = new ArrayList<>();
    StringBuilder votes =
        new StringBuilder("\"\",\"A\",\"D\",\"F\",\"H\",\"N\",\"S\",\"fileName\"\n");
    for (int actor = 1; actor <= actors; actor++) {
      for (String emotion : List.of("ANG", "SAD")) {
        String name = "%d_IEO_%s_XX".formatted(1000 + actor, emotion);
        double hz = 100 + 15 * actor + (emotion.equals("ANG") ? 40 : 0);
        WavWriter.write(clips.resolve(name + ".wav"), Voices.tone(hz, 0.3, 0.6));
        votes
            .append(100_001 + names.size())
            .append(emotion.equals("ANG") ? ",8,0,0,0,0,2," : ",6,0,0,0,0,4,")
            .append(name)
            .append('\n');
        names.add(name);
      }
    }
    Path folder = Files.createDirectories(root.resolve("processedResults"));
    Files.writeString(folder.resolve("tabulatedVotes.csv"), votes);
    return names;
  }
}
