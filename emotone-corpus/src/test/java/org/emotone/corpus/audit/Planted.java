package org.emotone.corpus.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.emotone.corpus.reader.Corpora;

/** Small corpora with traps in them. */
final class Planted {

  private static final Map<Emotion, String> RAVDESS =
      Map.of(
          Emotion.NEUTRAL, "01",
          Emotion.HAPPY, "03",
          Emotion.SAD, "04",
          Emotion.ANGRY, "05");

  private Planted() {}

  /** A name by the rules of RAVDESS. */
  static String ravdess(Emotion emotion, int take, int actor) {
    return "03-01-%s-01-01-%02d-%02d".formatted(RAVDESS.get(emotion), take, actor);
  }

  /** Writes a clip. */
  static Path clip(Path folder, String stem, Waveform sound) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(stem + ".wav");
    WavWriter.write(file, sound);
    return file;
  }

  /** Reads a folder by the rules of RAVDESS. */
  static Corpus read(Path folder) throws CorpusException {
    return Corpora.byId("ravdess").read(folder);
  }

  /** Audits a folder by the rules of RAVDESS. */
  static AuditReport audit(Path folder) throws IOException {
    return new CorpusAudit(AuditOptions.standard()).audit(List.of(read(folder)), (done, all) -> {});
  }

  /** A clip of the user's own, with any name. */
  static Utterance own(Path file, String speaker, Emotion emotion) {
    return new Utterance(
        "own",
        Content.stem(file),
        file,
        "own:" + speaker,
        Sex.FEMALE,
        null,
        "en",
        emotion,
        emotion.id(),
        null,
        null,
        null);
  }

  /** A corpus of the user's own. */
  static Corpus own(Path root, List<Utterance> clips) {
    return new Corpus("own", "Own clips", "own", root, clips, List.of());
  }

  /** The findings of one kind. */
  static <T extends Finding> List<T> findings(AuditReport report, Class<T> kind) {
    return report.findings().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
