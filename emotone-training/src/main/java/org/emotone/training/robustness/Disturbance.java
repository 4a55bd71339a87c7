package org.emotone.training.robustness;

/**
 * A condition that clips are heard under.
 *
 * @param id such as {@code babble-10}
 * @param kind what sort of thing it is
 * @param series what conditions of one kind belong together, such as {@code babble}
 * @param level its strength, in the unit of its series: dB, seconds, a share; 0 where there is none
 * @param words what is done, such as {@code babble of 4 to 7 voices at 10 dB}
 * @param file whether it is heard as a stereo file with samples of 16 bits and not as a clip
 * @param change does it
 */
record Disturbance(
    String id, Kind kind, String series, double level, String words, boolean file, Change change) {

  Disturbance(String id, Kind kind, String series, double level, String words, Change change) {
    this(id, kind, series, level, words, false, change);
  }
}
