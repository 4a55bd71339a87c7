package org.emotone.audio.codec.flac;

/** Makes left and right of two channels that were coded together (RFC 9639, 4.2). */
final class Decorrelation {
  private Decorrelation() {}

  static void undo(int[][] channels, int frames, int assignment) {
    if (assignment < FrameHeader.LEFT_SIDE) {
      return;
    }
    int[] first = channels[0];
    int[] second = channels[1];
    for (int i = 0; i < frames; i++) {
      int a = first[i];
      int b = second[i];
      switch (assignment) {
        case FrameHeader.LEFT_SIDE -> second[i] = a - b;
        case FrameHeader.SIDE_RIGHT -> first[i] = a + b;
        default -> {
          int mid = (a << 1) | (b & 1);
          first[i] = (mid + b) >> 1;
          second[i] = (mid - b) >> 1;
        }
      }
    }
  }

  /**
   * For channels of 32 bits.
   *
   * @param side the difference, left minus right, of 33 bits
   */
  static void undo33(int[][] channels, long[] side, int frames, int assignment) {
    int[] left = channels[0];
    int[] right = channels[1];
    for (int i = 0; i < frames; i++) {
      switch (assignment) {
        case FrameHeader.LEFT_SIDE -> right[i] = (int) (left[i] - side[i]);
        case FrameHeader.SIDE_RIGHT -> left[i] = (int) (right[i] + side[i]);
        default -> {
          long mid = ((long) left[i] << 1) | (side[i] & 1);
          left[i] = (int) ((mid + side[i]) >> 1);
          right[i] = (int) ((mid - side[i]) >> 1);
        }
      }
    }
  }
}
