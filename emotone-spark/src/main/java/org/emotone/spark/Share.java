package org.emotone.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Clips of a task.
 *
 * @param clips in the order in which they are heard
 */
record Share(ArrayList<Clip> clips) implements Serializable {

  private static final class Filling {
    private final ArrayList<Clip> clips = new ArrayList<>();
    private long weight;
  }

  /**
   * Divides clips so that tasks have about as much to do: the heaviest clip that is left goes to
   * the task that has least (Graham, 1969). The heaviest tasks come first, so that none of them
   * begins when all others have ended.
   *
   * @param count how many tasks there are at most
   */
  static List<Share> of(List<Clip> clips, int count) {
    PriorityQueue<Filling> open =
        new PriorityQueue<>(
            Comparator.<Filling>comparingLong(share -> share.weight)
                .thenComparingInt(share -> share.clips.size()));
    for (int i = 0; i < Math.min(count, clips.size()); i++) {
      open.add(new Filling());
    }
    List<Clip> heaviestFirst = new ArrayList<>(clips);
    heaviestFirst.sort(Comparator.comparingLong(Clip::weight).reversed());
    for (Clip clip : heaviestFirst) {
      Filling share = open.remove();
      share.clips.add(clip);
      share.weight += clip.weight();
      open.add(share);
    }
    return open.stream()
        .sorted(Comparator.<Filling>comparingLong(share -> share.weight).reversed())
        .map(share -> new Share(share.clips))
        .toList();
  }
}
