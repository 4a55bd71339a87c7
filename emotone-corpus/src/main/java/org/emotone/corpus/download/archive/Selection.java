package org.emotone.corpus.download.archive;

import java.util.List;
import java.util.Optional;

/**
 * What of an archive is wanted, and where it goes.
 *
 * @param dropTop whether the first folder of each path is left out, as in the archives that code
 *     hosts make ({@code REPOSITORY-COMMIT/…})
 * @param only beginnings of the wanted paths, after {@code dropTop}; empty for all
 */
public record Selection(boolean dropTop, List<String> only) {
  /** Everything, as it stands. */
  public static final Selection ALL = new Selection(false, List.of());

  /** Copies the list. */
  public Selection {
    only = List.copyOf(only);
  }

  /** Where a path goes; empty if it is not wanted. What Finder leaves behind is never wanted. */
  Optional<String> target(String path) {
    String target = path;
    if (dropTop) {
      int slash = path.indexOf('/');
      if (slash < 0) {
        return Optional.empty();
      }
      target = path.substring(slash + 1);
    }
    String name = target.substring(target.lastIndexOf('/') + 1);
    if (path.startsWith("__MACOSX") || name.equals(".DS_Store") || name.startsWith("._")) {
      return Optional.empty();
    }
    String wanted = target;
    return only.isEmpty() || only.stream().anyMatch(wanted::startsWith)
        ? Optional.of(target)
        : Optional.empty();
  }
}
