package org.emotone.report.explore;

/** Hears how far an exploration has come; steps may come from any thread. */
public interface ExploreListener {

  /** A stage begins that has so many steps. */
  void stage(String words, int steps);

  /** So many steps of the stage are done. */
  void done(int steps);
}
