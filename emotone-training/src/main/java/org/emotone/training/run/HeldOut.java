package org.emotone.training.run;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emotone.Manifest;
import org.emotone.TrainingCorpus;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.split.Overlap;
import org.emotone.corpus.split.Protocol;

/** What a model's manifest says of the clips that it was trained and tested on. */
public final class HeldOut {

  private final Manifest manifest;

  /** Of a model. */
  public HeldOut(Manifest manifest) {
    this.manifest = manifest;
  }

  /** Whether clips of a corpus were learned from or tested on. */
  boolean trainedOn(Corpus corpus) {
    return record(corpus).isPresent();
  }

  /** The clips of the model's test; without a test, those of unheard speakers, or else all. */
  public List<Utterance> of(Corpus corpus) {
    Set<String> tested = tested(corpus);
    if (!tested.isEmpty()) {
      return corpus.utterances().stream().filter(clip -> tested.contains(clip.id())).toList();
    }
    List<Utterance> unheard = unheard(corpus);
    return unheard.isEmpty() ? corpus.utterances() : unheard;
  }

  /** How {@link #of} chose the clips of a corpus, in words. */
  public String protocol(Corpus corpus) {
    return trainedOn(corpus) ? words(corpus) : Protocol.CROSS_CORPUS.words();
  }

  /** How {@link #of} chose the clips of a corpus that the model was trained on. */
  private String words(Corpus corpus) {
    if (!tested(corpus).isEmpty()) {
      return manifest.protocol();
    }
    return unheard(corpus).isEmpty()
        ? "all clips of " + corpus.id() + ", those of the training among them"
        : "clips of speakers of " + corpus.id() + " that the model has not heard";
  }

  /** The clips that the model may have learned from: those of its speakers that it did not test. */
  List<Utterance> learned(Corpus corpus) {
    Set<String> tested = tested(corpus);
    Set<String> speakers = speakers(corpus);
    return corpus.utterances().stream()
        .filter(clip -> speakers.contains(clip.speaker()) && !tested.contains(clip.id()))
        .toList();
  }

  /**
   * What the model heard of clips before; speakers of corpora that are not measured count, too.
   *
   * @param corpora that are measured
   * @param clips of these
   */
  public Overlap overlap(List<Corpus> corpora, List<Utterance> clips) {
    Set<String> speakers = new HashSet<>();
    manifest.corpora().forEach(corpus -> speakers.addAll(corpus.speakers()));
    Overlap byName = Overlap.ofSpeakers(speakers, clips);
    List<Utterance> learned = corpora.stream().flatMap(corpus -> learned(corpus).stream()).toList();
    if (learned.isEmpty()) {
      return byName;
    }
    Overlap byClip = Overlap.between(learned, clips);
    return new Overlap(
        byName.speakers(),
        byClip.sentences(),
        byClip.recordings(),
        byName.trainingSpeakers(),
        byName.testSpeakers());
  }

  private List<Utterance> unheard(Corpus corpus) {
    Set<String> speakers = speakers(corpus);
    return corpus.utterances().stream().filter(clip -> !speakers.contains(clip.speaker())).toList();
  }

  private Set<String> tested(Corpus corpus) {
    return new HashSet<>(record(corpus).map(TrainingCorpus::tested).orElse(List.of()));
  }

  private Set<String> speakers(Corpus corpus) {
    return new HashSet<>(record(corpus).map(TrainingCorpus::speakers).orElse(List.of()));
  }

  private Optional<TrainingCorpus> record(Corpus corpus) {
    return manifest.corpora().stream().filter(c -> c.id().equals(corpus.id())).findFirst();
  }
}
