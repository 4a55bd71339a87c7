package org.emotone.corpus.own;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.emotone.corpus.Speaker;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.own.Import.Finding;
import org.emotone.corpus.own.Import.Severity;

/** Says what own recordings, taken together, lack. */
final class ImportReview {

  /** Below this many clips a class can hardly be learned. */
  private static final int FEW = 10;

  private ImportReview() {}

  static void review(
      Import.Form form,
      String licence,
      OwnClips clips,
      List<Utterance> utterances,
      List<Finding> findings) {
    speakers(form, clips, utterances, findings);
    sexes(utterances, findings);
    classes(utterances, findings);
    if (utterances.stream().allMatch(clip -> clip.sentence() == null)) {
      note(findings, "sentence", "not stated: splits by sentence are impossible");
    }
    if (utterances.stream().anyMatch(clip -> clip.language().equals(Utterance.UNKNOWN_LANGUAGE))) {
      note(findings, "language", "not stated for all clips: give it, such as en");
    }
    if (licence.equals(ImportCheck.NO_LICENCE)) {
      note(findings, "licence", "not stated: the card of a model trained on this will say so");
    }
  }

  private static void speakers(
      Import.Form form, OwnClips clips, List<Utterance> utterances, List<Finding> findings) {
    if (!clips.columns().contains(OwnClips.SPEAKER)) {
      warn(
          findings,
          "speaker",
          "not stated, so speaker-independent splits are impossible and every figure will flatter; "
              + switch (form) {
                case FOLDERS -> "put a folder for each speaker into those of the classes";
                case NAMES -> "use a manifest with a column speaker";
                case MANIFEST, AUDFORMAT -> "add a column speaker";
              });
      return;
    }
    long unknown = utterances.stream().filter(clip -> !clip.speakerKnown()).count();
    if (unknown > 0) {
      warn(
          findings,
          "speaker",
          "not stated for %d of %d clips, which count as one speaker"
              .formatted(unknown, utterances.size()));
    }
    if (Speaker.names(utterances).size() == 1) {
      warn(findings, "speaker", "only one, so speaker-independent splits are impossible");
    }
  }

  private static void sexes(List<Utterance> utterances, List<Finding> findings) {
    Map<String, Set<String>> sexes = new TreeMap<>();
    for (Utterance clip : utterances) {
      Utterance.Sex sex = clip.sex();
      if (sex != null && clip.speakerKnown()) {
        sexes.computeIfAbsent(clip.speaker(), speaker -> new TreeSet<>()).add(sex.id());
      }
    }
    sexes.forEach(
        (speaker, stated) -> {
          if (stated.size() > 1) {
            warn(findings, "speaker " + speaker, "is stated to be female and male");
          }
        });
  }

  private static void classes(List<Utterance> utterances, List<Finding> findings) {
    Map<String, Integer> counts = new TreeMap<>();
    utterances.forEach(clip -> counts.merge(clip.nativeLabel(), 1, Integer::sum));
    if (counts.size() == 1) {
      warn(
          findings,
          "label",
          "only one, '%s': there is nothing to tell apart"
              .formatted(counts.keySet().iterator().next()));
    }
    counts.forEach(
        (label, count) -> {
          if (count < FEW) {
            warn(
                findings,
                "label '" + label + "'",
                "%s; with fewer than %d a class can hardly be learned"
                    .formatted(count == 1 ? "1 clip" : count + " clips", FEW));
          }
        });
  }

  private static void warn(List<Finding> findings, String where, String message) {
    findings.add(new Finding(Severity.WARNING, where, message));
  }

  private static void note(List<Finding> findings, String where, String message) {
    findings.add(new Finding(Severity.NOTE, where, message));
  }
}
