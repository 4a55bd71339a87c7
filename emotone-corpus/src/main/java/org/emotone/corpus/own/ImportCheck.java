package org.emotone.corpus.own;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Rejected;
import org.emotone.corpus.Segment;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.emotone.corpus.files.AudioFiles;
import org.emotone.corpus.files.Words;
import org.emotone.corpus.own.Import.Finding;
import org.emotone.corpus.own.Import.Severity;
import org.jspecify.annotations.Nullable;

/** Turns a user's description of recordings into a corpus, and notes all that is wrong with it. */
final class ImportCheck {

  /** Without the folder, which is nobody's business who reads a model's card. */
  private static final String TITLE = "own recordings";

  /** The licence of recordings that come without one. */
  static final String NO_LICENCE = "not stated";

  private final Path root;
  private final ImportOptions options;
  private final OwnLabels labels;
  private final Map<String, Utterance> utterances = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Rejected> rejected = new ArrayList<>();
  private final Map<String, Integer> unknownLabels = new TreeMap<>();
  private final Map<String, String> whereOf = new HashMap<>();

  /** Throws if the list of own labels is damaged. */
  ImportCheck(Path root, ImportOptions options) throws CorpusException {
    this.root = root;
    this.options = options;
    this.labels = OwnLabels.in(root, options);
  }

  /** Checks all clips. */
  Import check(Import.Form form, OwnClips clips) throws CorpusException {
    for (OwnClips.Row row : clips.rows()) {
      read(row);
    }
    unknownLabels.forEach(this::noteLabel);
    if (utterances.isEmpty()) {
      throw new CorpusException(
          root
              + ": not one of its "
              + clips.rows().size()
              + " clips can be used"
              + (findings.isEmpty() ? "" : "; " + findings.get(0).words()));
    }
    String licence = licence(clips);
    ImportReview.review(form, licence, clips, List.copyOf(utterances.values()), findings);
    noteUnlisted(clips);
    findings.sort(Comparator.comparing(Finding::severity));
    rejected.sort(Comparator.comparing(file -> file.path().toString()));
    return new Import(
        form,
        new Corpus(options.id(), TITLE, licence, root, List.copyOf(utterances.values()), rejected),
        findings);
  }

  /** As the options state it, or else the manifest. */
  private String licence(OwnClips clips) {
    if (!options.licence().isEmpty()) {
      return options.licence();
    }
    TreeSet<String> stated = new TreeSet<>();
    clips.rows().forEach(row -> stated.add(row.texts().getOrDefault(OwnClips.LICENCE, "")));
    stated.remove("");
    return stated.isEmpty() ? NO_LICENCE : String.join("; ", stated);
  }

  private void read(OwnClips.Row row) {
    String label = row.texts().get(OwnClips.LABEL);
    if (!Files.isRegularFile(row.path())) {
      error(
          row,
          Rejected.Kind.UNREADABLE,
          row.path() + " is missing; is the path relative to the manifest?");
    } else if (label == null) {
      error(row, "has no label");
    } else {
      Optional<Emotion> emotion = emotion(row, label);
      String stated = row.texts().get(OwnClips.EMOTION);
      if (emotion.isEmpty() && stated != null) {
        error(row, "emotion '" + stated + "' is none of " + String.join(", ", Words.forEmotions()));
      } else if (emotion.isEmpty()) {
        unknownLabels.merge(label, 1, Integer::sum);
        rejected.add(
            new Rejected(row.path(), Rejected.Kind.NAME, "label '" + label + "' is not known"));
      } else {
        add(row, label, emotion.get());
      }
    }
  }

  /** What the row says that its label means, or else what the label means. */
  private Optional<Emotion> emotion(OwnClips.Row row, String label) {
    String stated = row.texts().get(OwnClips.EMOTION);
    return stated == null ? labels.emotion(label) : Words.emotion(stated);
  }

  private void add(OwnClips.Row row, String label, Emotion emotion) {
    Optional<Segment> segment;
    try {
      segment = segment(row);
    } catch (IllegalArgumentException e) {
      error(row, String.valueOf(e.getMessage()));
      return;
    }
    Utterance clip = utterance(row, label, emotion, segment.orElse(null));
    String first = whereOf.putIfAbsent(clip.id(), row.where());
    if (first == null) {
      utterances.put(clip.id(), clip);
      return;
    }
    Utterance other = utterances.get(clip.id());
    if (other != null && other.nativeLabel().equals(label)) {
      findings.add(
          new Finding(Severity.WARNING, row.where(), "lists the clip of " + first + " again"));
    } else {
      error(row, "gives the clip of " + first + " another label, '" + label + "'");
    }
  }

  private Utterance utterance(
      OwnClips.Row row, String label, Emotion emotion, @Nullable Segment segment) {
    Map<String, String> texts = row.texts();
    String sentence = texts.get(OwnClips.SENTENCE);
    return new Utterance(
        options.id(),
        texts.getOrDefault(OwnClips.ID, id(row.path(), segment)),
        row.path(),
        options.id() + ":" + texts.getOrDefault(OwnClips.SPEAKER, Utterance.UNKNOWN_SPEAKER),
        sex(row),
        number(row, OwnClips.AGE),
        texts.getOrDefault(OwnClips.LANGUAGE, options.language()),
        emotion,
        label,
        texts.get(OwnClips.INTENSITY),
        sentence == null ? null : options.id() + ":" + sentence,
        number(row, OwnClips.TAKE),
        segment);
  }

  private String id(Path file, @Nullable Segment segment) {
    Path absolute = file.toAbsolutePath().normalize();
    Path base = root.toAbsolutePath().normalize();
    Path inside = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
    String path = inside.toString().replace('\\', '/');
    int dot = path.lastIndexOf('.');
    String name = dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    if (segment == null) {
      return name;
    }
    return name
        + "#"
        + segment.start()
        + "-"
        + (Double.isInfinite(segment.end()) ? "" : Double.toString(segment.end()));
  }

  private static Optional<Segment> segment(OwnClips.Row row) {
    String start = row.texts().get(OwnClips.START);
    String end = row.texts().get(OwnClips.END);
    if (start == null && end == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Segment(
            start == null ? 0 : Seconds.parse(OwnClips.START, start),
            end == null ? Double.POSITIVE_INFINITY : Seconds.parse(OwnClips.END, end)));
  }

  private @Nullable Sex sex(OwnClips.Row row) {
    String text = row.texts().get(OwnClips.SEX);
    if (text == null) {
      return null;
    }
    Optional<Sex> sex = Words.sex(text);
    if (sex.isEmpty()) {
      findings.add(
          new Finding(
              Severity.WARNING,
              row.where(),
              "sex '" + text + "' is neither female nor male, and is left open"));
    }
    return sex.orElse(null);
  }

  private @Nullable Integer number(OwnClips.Row row, String column) {
    String text = row.texts().get(column);
    if (text == null) {
      return null;
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      findings.add(
          new Finding(
              Severity.WARNING,
              row.where(),
              column + " '" + text + "' is no whole number, and is left open"));
      return null;
    }
  }

  private void noteLabel(String label, int clips) {
    String hint =
        Words.nearest(label, Words.forEmotions())
            .map(word -> "did you mean '" + word + "'? ")
            .orElse("");
    findings.add(
        new Finding(
            Severity.ERROR,
            "label '" + label + "'",
            "%s it, and it is no word for an emotion; %sknown are %s. For a class of your own, add '%s,other' to %s (label,emotion)"
                .formatted(
                    clips == 1 ? "1 clip has" : clips + " clips have",
                    hint,
                    String.join(", ", Words.forEmotions()),
                    label,
                    OwnLabels.FILE)));
  }

  private void noteUnlisted(OwnClips clips) throws CorpusException {
    if (!Files.isDirectory(root)) {
      return;
    }
    Set<Path> listed = new HashSet<>();
    clips.rows().forEach(row -> listed.add(row.path().toAbsolutePath().normalize()));
    List<Path> unlisted =
        AudioFiles.under(root).stream()
            .filter(file -> !listed.contains(file.toAbsolutePath().normalize()))
            .toList();
    if (!unlisted.isEmpty()) {
      findings.add(
          new Finding(
              Severity.NOTE,
              root.toString(),
              "%s not listed, such as %s"
                  .formatted(
                      unlisted.size() == 1
                          ? "1 audio file in it is"
                          : unlisted.size() + " audio files in it are",
                      root.relativize(unlisted.get(0)))));
    }
  }

  private void error(OwnClips.Row row, String message) {
    error(row, Rejected.Kind.NAME, message);
  }

  private void error(OwnClips.Row row, Rejected.Kind kind, String message) {
    findings.add(new Finding(Severity.ERROR, row.where(), message));
    rejected.add(new Rejected(row.path(), kind, message));
  }
}
