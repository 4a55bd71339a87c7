package org.emotone.corpus.audit;

import java.nio.file.Path;
import java.util.List;

/** Something that an audit found. */
public sealed interface Finding
    permits AugmentedCopies,
        Duplicate,
        Imbalance,
        Misnamed,
        MixedFormat,
        OddNames,
        RejectedFiles,
        SharedRecording,
        SharedSpeakers,
        UnusualSound,
        Unreadable {

  /** How much it matters. */
  Severity severity();

  /** What was found, on one line. */
  String message();

  /** What to do about it, in one sentence. */
  String remedy();

  /** The files that it is about, those to look at first in front; empty if it is about counts. */
  List<Path> files();
}
