package org.emotone.corpus.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.audit.SharedRecording.Evidence;
import org.emotone.corpus.split.Split;

/** What the sides of a split have in common. */
final class SplitChecks {

  private final List<Duplicate> duplicates;
  private final List<AugmentedCopies.Copy> copies;

  /**
   * Makes the checks.
   *
   * @param duplicates recordings that stand in the data more than once
   * @param copies augmented copies by name
   */
  SplitChecks(List<Duplicate> duplicates, List<AugmentedCopies.Copy> copies) {
    this.duplicates = List.copyOf(duplicates);
    this.copies = List.copyOf(copies);
  }

  /** All findings on a split. */
  List<Finding> of(Split split) {
    List<Utterance> learned =
        Stream.concat(split.train().stream(), split.validation().stream()).toList();
    List<Finding> findings = new ArrayList<>();
    findings.addAll(shared(Sides.LEARNED_AND_TEST, learned, split.test()));
    findings.addAll(shared(Sides.TRAINING_AND_VALIDATION, split.train(), split.validation()));
    return findings;
  }

  private List<Finding> shared(Sides sides, List<Utterance> first, List<Utterance> second) {
    List<Finding> findings = new ArrayList<>(speakers(sides, first, second));
    Set<String> left = names(first);
    Set<String> right = names(second);
    for (Utterance clip : second) {
      if (left.contains(clip.name())) {
        ClipRef both = ClipRef.of(clip);
        findings.add(new SharedRecording(sides, Evidence.SAME_CLIP, List.of(both), List.of(both)));
      }
    }
    for (Duplicate duplicate : duplicates) {
      recording(findings, sides, Evidence.SOUND, duplicate.clips(), left, right);
    }
    for (AugmentedCopies.Copy copy : copies) {
      List<ClipRef> clips = List.of(copy.original(), copy.copy());
      recording(findings, sides, Evidence.AUGMENTED_NAME, clips, left, right);
    }
    return findings;
  }

  private static void recording(
      List<Finding> findings,
      Sides sides,
      Evidence evidence,
      List<ClipRef> clips,
      Set<String> left,
      Set<String> right) {
    List<ClipRef> first = clips.stream().filter(clip -> left.contains(clip.name())).toList();
    List<ClipRef> second = clips.stream().filter(clip -> right.contains(clip.name())).toList();
    if (!first.isEmpty() && !second.isEmpty()) {
      findings.add(new SharedRecording(sides, evidence, first, second));
    }
  }

  private static List<Finding> speakers(
      Sides sides, List<Utterance> first, List<Utterance> second) {
    Map<String, List<Utterance>> left = bySpeaker(first);
    Map<String, List<Utterance>> right = bySpeaker(second);
    List<SharedSpeakers.Shared> shared = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    left.forEach(
        (speaker, clips) -> {
          List<Utterance> others = right.getOrDefault(speaker, List.of());
          if (!others.isEmpty()) {
            shared.add(new SharedSpeakers.Shared(speaker, clips.size(), others.size()));
            files.add(clips.get(0).path());
            files.add(others.get(0).path());
          }
        });
    return shared.isEmpty()
        ? List.of()
        : List.of(new SharedSpeakers(sides, shared, left.size(), right.size(), files));
  }

  private static Map<String, List<Utterance>> bySpeaker(List<Utterance> clips) {
    return clips.stream()
        .collect(Collectors.groupingBy(Utterance::speaker, TreeMap::new, Collectors.toList()));
  }

  private static Set<String> names(List<Utterance> clips) {
    return clips.stream().map(Utterance::name).collect(Collectors.toCollection(HashSet::new));
  }
}
