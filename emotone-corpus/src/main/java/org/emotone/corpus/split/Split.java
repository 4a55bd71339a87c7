package org.emotone.corpus.split;

import java.util.ArrayList;
import java.util.List;
import org.emotone.corpus.Utterance;

/**
 * Clips divided into three parts.
 *
 * @param protocol how
 * @param description how to make it again, such as {@code fixed emobox-ravdess fold 1}, and what is
 *     worth knowing of it, on one line
 * @param train clips to learn from
 * @param validation clips to choose by (the epoch, the calibration), empty if there are none
 * @param test clips to measure on, empty if there are none
 */
public record Split(
    Protocol protocol,
    String description,
    List<Utterance> train,
    List<Utterance> validation,
    List<Utterance> test) {

  /** Copies the lists. */
  public Split {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
  }

  /**
   * How the clips were kept apart, on one line: what every report of the split, every evaluation on
   * it and every card of a model that was trained on it says, beside {@link Overlap#words()}.
   */
  public String words() {
    return protocol.words() + " (" + description + ")";
  }

  /** What training and validation share with the test. */
  public Overlap overlap() {
    List<Utterance> learned = new ArrayList<>(train);
    learned.addAll(validation);
    return Overlap.between(learned, test);
  }

  /** The same without its test: what may be looked at before everything is chosen. */
  public Split withoutTest() {
    return new Split(protocol, description, train, validation, List.of());
  }

  /** The training part, for what may see nothing else. */
  public TrainingSet trainingSet() {
    return new TrainingSet(train);
  }
}
