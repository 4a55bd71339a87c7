package org.emotone.audio.codec.matroska;

import java.nio.ByteBuffer;
import org.emotone.audio.AudioSource;
import org.emotone.audio.DamagedAudioException;

/**
 * What a file says of a track with sound.
 *
 * @param number what its blocks begin with
 * @param audio whether it holds sound at all
 * @param codec such as {@code A_OPUS}
 * @param setup what the decoder needs before the first packet
 * @param delayNanos what is to be dropped from the beginning
 * @param encoded whether packets are compressed or encrypted once more
 * @param sampleRate in Hz
 * @param channels channels
 * @param bits bits of a sample where these are uncompressed
 */
record Track(
    long number,
    boolean audio,
    String codec,
    byte[] setup,
    long delayNanos,
    boolean encoded,
    double sampleRate,
    long channels,
    long bits) {
  private static final int SOUND = 2;

  static Track of(AudioSource in, ByteBuffer entry) throws DamagedAudioException {
    long number = 0;
    boolean audio = false;
    String codec = "";
    byte[] setup = {};
    long delay = 0;
    boolean encoded = false;
    ByteBuffer sound = ByteBuffer.allocate(0);
    for (Element element : Element.children(in, entry)) {
      switch (element.id()) {
        case Id.TRACK_NUMBER -> number = element.unsigned();
        case Id.TRACK_TYPE -> audio = element.unsigned() == SOUND;
        case Id.CODEC_ID -> codec = element.text();
        case Id.CODEC_PRIVATE -> setup = element.bytes();
        case Id.CODEC_DELAY -> delay = element.unsigned();
        case Id.CONTENT_ENCODINGS -> encoded = true;
        case Id.AUDIO -> sound = element.content();
        default -> {}
      }
    }
    double rate = 8000;
    long channels = 1;
    long bits = 0;
    for (Element element : Element.children(in, sound)) {
      switch (element.id()) {
        case Id.SAMPLING_FREQUENCY -> rate = element.floating();
        case Id.CHANNELS -> channels = element.unsigned();
        case Id.BIT_DEPTH -> bits = element.unsigned();
        default -> {}
      }
    }
    return new Track(number, audio, codec, setup, delay, encoded, rate, channels, bits);
  }
}
