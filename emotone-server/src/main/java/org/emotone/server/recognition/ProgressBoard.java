package org.emotone.server.recognition;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where recognitions write how far they are, by the random names that their clients gave them.
 * Remembers the last thousand. Safe for use by several threads.
 */
public final class ProgressBoard {

  private static final int MOST = 1000;

  private final Map<String, Progress> all = new LinkedHashMap<>();

  /**
   * Writes how far a recognition is.
   *
   * @param name null if nobody will ask
   */
  public void write(@Nullable String name, Progress.Stage stage, double share) {
    if (name == null) {
      return;
    }
    synchronized (all) {
      all.put(
          name, new Progress(stage, Double.isFinite(share) ? Math.max(0, Math.min(1, share)) : 0));
      Iterator<String> oldest = all.keySet().iterator();
      while (all.size() > MOST) {
        oldest.next();
        oldest.remove();
      }
    }
  }

  /** How far a recognition is; empty if there is none of this name. */
  public Optional<Progress> read(String name) {
    synchronized (all) {
      return Optional.ofNullable(all.get(name));
    }
  }
}
