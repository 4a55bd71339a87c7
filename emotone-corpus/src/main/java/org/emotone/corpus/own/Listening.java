package org.emotone.corpus.own;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Rejected;
import org.emotone.corpus.Segment;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.own.Import.Finding;
import org.emotone.corpus.own.Import.Severity;

/** Decodes what was imported, to find what names and lists cannot tell. */
final class Listening {

  /** Shorter clips hold hardly a syllable, in seconds. */
  private static final double SHORT_SECONDS = 0.3;

  /** An end this far after the end of the file is due to rounding, in seconds. */
  private static final double ROUNDING_SECONDS = 0.05;

  /** −60 dB of full scale: nothing that was spoken into a microphone is so quiet throughout. */
  private static final double SILENT_PEAK = 1e-3;

  private final Import imported;
  private final List<Utterance> kept = new ArrayList<>();
  private final List<Rejected> rejected;
  private final List<Finding> findings;

  Listening(Import imported) {
    this.imported = imported;
    this.rejected = new ArrayList<>(imported.corpus().rejected());
    this.findings = new ArrayList<>(imported.findings());
  }

  Import listen(IntConsumer progress) throws CorpusException {
    Corpus corpus = imported.corpus();
    Map<Path, List<Utterance>> clipsOf =
        corpus.utterances().stream()
            .collect(
                Collectors.groupingBy(Utterance::path, LinkedHashMap::new, Collectors.toList()));
    AtomicInteger done = new AtomicInteger();
    Map<Path, Heard> heard =
        clipsOf.keySet().parallelStream()
            .collect(
                Collectors.toConcurrentMap(
                    file -> file,
                    file -> {
                      Heard one = heard(file);
                      synchronized (done) {
                        progress.accept(done.incrementAndGet());
                      }
                      return one;
                    }));
    for (Utterance clip : corpus.utterances()) {
      check(clip, Objects.requireNonNull(heard.get(clip.path())));
    }
    if (kept.isEmpty()) {
      throw new CorpusException(
          corpus.root() + ": none of the recordings can be used; " + rejected.get(0).reason());
    }
    findings.sort(Comparator.comparing(Finding::severity));
    rejected.sort(Comparator.comparing(file -> file.path().toString()));
    return new Import(
        imported.form(),
        new Corpus(corpus.id(), corpus.title(), corpus.licence(), corpus.root(), kept, rejected),
        findings);
  }

  /** A file's levels, or why it cannot be decoded. */
  private record Heard(Levels levels, String failure) {}

  private static Heard heard(Path file) {
    try {
      return new Heard(Levels.of(file), "");
    } catch (IOException e) {
      return new Heard(Levels.NONE, Objects.requireNonNullElse(e.getMessage(), "cannot be read"));
    }
  }

  private void check(Utterance clip, Heard heard) {
    Levels levels = heard.levels();
    Segment part = clip.segment() == null ? Segment.from(0) : clip.segment();
    double end = Math.min(part.end(), levels.seconds());
    if (!heard.failure().isEmpty()) {
      reject(clip, heard.failure());
    } else if (part.start() >= levels.seconds()) {
      reject(
          clip,
          "the clip begins at %s s, but the recording has only %.2f s"
              .formatted(part.start(), levels.seconds()));
    } else {
      kept.add(clip);
      if (Double.isFinite(part.end()) && part.end() > levels.seconds() + ROUNDING_SECONDS) {
        warn(
            clip,
            "the clip ends at %s s, but the recording has only %.2f s and is taken to its end"
                .formatted(part.end(), levels.seconds()));
      }
      if (end - part.start() < SHORT_SECONDS) {
        warn(
            clip,
            "lasts %.2f s, in which there is hardly a syllable".formatted(end - part.start()));
      }
      if (levels.peak(part.start(), end) < SILENT_PEAK) {
        warn(clip, "is silent (no sample above -60 dB)");
      }
    }
  }

  private void reject(Utterance clip, String reason) {
    findings.add(new Finding(Severity.ERROR, clip.id(), reason));
    rejected.add(new Rejected(clip.path(), Rejected.Kind.UNREADABLE, reason));
  }

  private void warn(Utterance clip, String message) {
    findings.add(new Finding(Severity.WARNING, clip.id(), message));
  }
}
