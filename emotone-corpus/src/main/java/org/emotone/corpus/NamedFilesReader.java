package org.emotone.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A reader for corpora whose file names say everything. */
final class NamedFilesReader implements CorpusReader {

  /** Share of the audio files in a folder that must have the corpus' form to recognise it. */
  private static final double RECOGNISED_SHARE = 0.75;

  private final NameRule rule;

  NamedFilesReader(NameRule rule) {
    this.rule = rule;
  }

  @Override
  public String id() {
    return rule.id();
  }

  @Override
  public String title() {
    return rule.title();
  }

  @Override
  public String licence() {
    return rule.licence();
  }

  @Override
  public boolean recognises(Path root) {
    try {
      return recognises(AudioFiles.under(root));
    } catch (CorpusException e) {
      return false;
    }
  }

  /** Whether most of some files have this corpus' form and at least one is a clip of it. */
  boolean recognises(List<Path> files) {
    List<Path> matching = files.stream().filter(rule::looksLike).toList();
    return matching.size() >= RECOGNISED_SHARE * files.size()
        && matching.stream().anyMatch(this::reads);
  }

  private boolean reads(Path file) {
    try {
      rule.parse(file);
      return true;
    } catch (UnreadableName e) {
      return false;
    }
  }

  @Override
  public Corpus read(Path root) throws CorpusException {
    List<Path> files = AudioFiles.under(root);
    NameRule local = rule.in(root);
    Map<String, Utterance> utterances = new TreeMap<>();
    List<Rejected> rejected = new ArrayList<>();
    for (Path file : files) {
      try {
        Utterance utterance = local.parse(file);
        Utterance first = utterances.putIfAbsent(utterance.id(), utterance);
        if (first != null) {
          rejected.add(copy(root, file, first));
        }
      } catch (UnreadableName e) {
        rejected.add(new Rejected(file, e.kind(), e.reason()));
      }
    }
    if (utterances.isEmpty()) {
      throw nothing(root, files, rejected);
    }
    rejected.sort(Comparator.comparing(r -> r.path().toString()));
    return new Corpus(id(), title(), licence(), root, List.copyOf(utterances.values()), rejected);
  }

  private static Rejected copy(Path root, Path file, Utterance first) {
    return new Rejected(
        file,
        Rejected.Kind.COPY,
        "another copy of " + first.id() + ", which is read from " + root.relativize(first.path()));
  }

  private CorpusException nothing(Path root, List<Path> files, List<Rejected> rejected) {
    String expected = "expected files named " + rule.pattern();
    if (files.isEmpty()) {
      return new CorpusException(
          "%s: holds no audio files (%s); %s for %s"
              .formatted(root, String.join(", ", AudioFiles.EXTENSIONS), expected, id()));
    }
    Rejected first = rejected.get(0);
    return new CorpusException(
        "%s: none of its %d audio files is a clip of %s; %s; %s: %s"
            .formatted(
                root, files.size(), id(), expected, root.relativize(first.path()), first.reason()));
  }
}
