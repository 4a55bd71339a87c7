package org.emotone.corpus.split;

import java.util.List;
import org.emotone.corpus.Utterance;

/**
 * The clips that a network may learn from. Only a {@link Split} makes one, so that what takes a
 * {@code TrainingSet}, above all augmentation, can never see a clip of the test or the validation.
 */
public final class TrainingSet {

  private final List<Utterance> utterances;

  TrainingSet(List<Utterance> utterances) {
    this.utterances = List.copyOf(utterances);
  }

  /** The clips. */
  public List<Utterance> utterances() {
    return utterances;
  }

  /** How many there are. */
  public int size() {
    return utterances.size();
  }
}
