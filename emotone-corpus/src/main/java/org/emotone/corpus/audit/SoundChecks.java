package org.emotone.corpus.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.emotone.corpus.audit.MixedFormat.Property;
import org.emotone.corpus.audit.UnusualSound.Kind;
import org.emotone.corpus.audit.UnusualSound.Measured;

/** What single files of one corpus are wrong in. */
final class SoundChecks {

  private final AuditOptions options;

  SoundChecks(AuditOptions options) {
    this.options = options;
  }

  /** All findings on the files of one corpus. */
  List<Finding> of(String corpus, List<Reading> readings) {
    List<Finding> findings = new ArrayList<>();
    Set<Path> told = new HashSet<>();
    for (Reading reading : readings) {
      // Of a file with many segments it is said once.
      misnamed(reading).filter(finding -> told.add(reading.clip().path())).ifPresent(findings::add);
    }
    List<Reading> readable = readings.stream().filter(Reading::readable).toList();
    findings.addAll(unusual(corpus, readable));
    mixed(corpus, Property.SAMPLE_RATE, readable, ClipFacts::sampleRate).ifPresent(findings::add);
    mixed(corpus, Property.CHANNELS, readable, ClipFacts::channels).ifPresent(findings::add);
    return findings;
  }

  private static Optional<Finding> misnamed(Reading reading) {
    Path file = reading.clip().path();
    String corpus = reading.clip().corpus();
    String extension = Content.extension(file);
    Optional<Content> content = Content.of(file);
    if (content.isPresent() && !content.get().goesUnder(extension)) {
      return Optional.of(
          new Misnamed(corpus, file, extension, content.get().title(), reading.readable()));
    }
    return reading.readable()
        ? Optional.empty()
        : Optional.of(new Unreadable(corpus, file, reading.failure()));
  }

  private List<Finding> unusual(String corpus, List<Reading> readable) {
    List<Finding> findings = new ArrayList<>();
    add(findings, corpus, Kind.SILENT, options.silentDb(), -1, readable, SoundChecks::peakDb);
    add(
        findings,
        corpus,
        Kind.CLIPPED,
        options.clippedPercent(),
        1,
        readable,
        clip -> 100 * clip.clipped());
    add(findings, corpus, Kind.SHORT, options.shortestSeconds(), -1, readable, ClipFacts::seconds);
    add(findings, corpus, Kind.LONG, options.longestSeconds(), 1, readable, ClipFacts::seconds);
    return findings;
  }

  /** Adds what lies beyond a limit: above it for sign 1, below it for sign −1. */
  private static void add(
      List<Finding> findings,
      String corpus,
      Kind kind,
      double limit,
      int sign,
      List<Reading> readable,
      ToDoubleFunction<ClipFacts> value) {
    List<Measured> beyond =
        readable.stream()
            .map(clip -> new Measured(clip.clip().path(), value.applyAsDouble(clip.facts())))
            .filter(clip -> sign * clip.value() > sign * limit)
            .sorted(Comparator.comparingDouble(clip -> -sign * clip.value()))
            .toList();
    if (!beyond.isEmpty()) {
      findings.add(new UnusualSound(corpus, kind, limit, beyond));
    }
  }

  /** Largest amplitude in dB of full scale; −200 dB for no sound at all. */
  private static double peakDb(ClipFacts clip) {
    return 20 * Math.log10(Math.max(1e-10, clip.peak()));
  }

  private static Optional<Finding> mixed(
      String corpus, Property property, List<Reading> readable, ToIntFunction<ClipFacts> value) {
    SortedMap<Integer, Integer> counts = new TreeMap<>();
    readable.forEach(clip -> counts.merge(value.applyAsInt(clip.facts()), 1, Integer::sum));
    if (counts.size() < 2) {
      return Optional.empty();
    }
    int usual = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    List<Path> others =
        readable.stream()
            .filter(clip -> value.applyAsInt(clip.facts()) != usual)
            .map(clip -> clip.clip().path())
            .toList();
    return Optional.of(new MixedFormat(corpus, property, usual, counts, others));
  }
}
