package org.emotone.batch;

import java.io.Serializable;
import org.emotone.timeline.TimelineSettings;

/** What is done with each recording of a batch. */
public sealed interface BatchWork extends Serializable {

  /** What the command line and tables call it. */
  String id();

  /** One answer for each recording, as {@link org.emotone.Recognizer} gives it. */
  record Recognitions() implements BatchWork {
    @Override
    public String id() {
      return "recognitions";
    }
  }

  /** An answer for each recording and where it lies in the space of the last hidden layer. */
  record Embeddings() implements BatchWork {
    @Override
    public String id() {
      return "embeddings";
    }
  }

  /**
   * Which emotion is heard when, as {@link org.emotone.timeline.TimelineRecognizer} says it.
   *
   * @param settings how a recording is cut and smoothed
   */
  record Timelines(TimelineSettings settings) implements BatchWork {
    @Override
    public String id() {
      return "timelines";
    }
  }

  /**
   * Features of each recording, without a model.
   *
   * @param set the name of the set, such as {@code egemaps} ({@code emotone features --list})
   */
  record Features(String set) implements BatchWork {
    @Override
    public String id() {
      return "features";
    }
  }
}
