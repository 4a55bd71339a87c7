package org.emotone.audio.codec.matroska;

/** Elements that are looked at (RFC 8794; RFC 9559, 5.1); all others are passed over. */
final class Id {
  static final int EBML = 0x1A45DFA3;
  static final int SEGMENT = 0x18538067;
  static final int CLUSTER = 0x1F43B675;
  static final int SIMPLE_BLOCK = 0xA3;
  static final int BLOCK_GROUP = 0xA0;
  static final int BLOCK = 0xA1;
  static final int DISCARD_PADDING = 0x75A2;
  static final int TRACKS = 0x1654AE6B;
  static final int TRACK_ENTRY = 0xAE;
  static final int TRACK_NUMBER = 0xD7;
  static final int TRACK_TYPE = 0x83;
  static final int CODEC_ID = 0x86;
  static final int CODEC_PRIVATE = 0x63A2;
  static final int CODEC_DELAY = 0x56AA;
  static final int CONTENT_ENCODINGS = 0x6D80;
  static final int AUDIO = 0xE1;
  static final int SAMPLING_FREQUENCY = 0xB5;
  static final int CHANNELS = 0x9F;
  static final int BIT_DEPTH = 0x6264;

  private Id() {}
}
