package org.emotone.corpus.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.CorpusReader;
import org.emotone.corpus.Rejected;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.files.AudioFiles;

/** A reader for corpora whose file names, or lists beside the files, say everything. */
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
      return clips(root, AudioFiles.under(root)) > 0;
    } catch (CorpusException e) {
      return false;
    }
  }

  /**
   * How many of a folder's files are of this corpus, 0 if that is less than most of them. Clips
   * that the corpus has and this reader leaves out count where there is one that it reads.
   */
  int clips(Path root, List<Path> files) {
    double most = RECOGNISED_SHARE * files.size();
    if (files.stream().filter(rule::looksLike).count() < most) {
      return 0;
    }
    NameRule local;
    try {
      local = rule.in(root);
    } catch (CorpusException e) {
      // The names fit, and reading will say what is wrong with the list beside them.
      return rule.namesSuffice() ? files.size() : 0;
    }
    int read = 0;
    int leftOut = 0;
    for (Path file : files) {
      try {
        local.parse(file);
        read++;
      } catch (UnreadableName e) {
        leftOut += e.kind() == Rejected.Kind.LEFT_OUT && local.looksLike(file) ? 1 : 0;
      }
    }
    return read > 0 && read + leftOut >= most ? read + leftOut : 0;
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
