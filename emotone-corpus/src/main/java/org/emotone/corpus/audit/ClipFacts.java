package org.emotone.corpus.audit;

/**
 * What was measured of one file, which depends on nothing but its content.
 *
 * @param container file format, as {@link org.emotone.audio.AudioProperties#container()} has it
 * @param sampleRate frames per second, in Hz
 * @param channels channels
 * @param frames length in frames
 * @param peak largest amplitude of any channel, 0 … 1
 * @param clipped share of the samples that stand at full scale in a row, 0 … 1
 * @param pcmHash SHA-256 of the decoded audio: mean of the channels, 16 bits, little-endian; hex
 * @param fingerprint of the first {@link ClipReader#FINGERPRINTED_SECONDS}
 */
record ClipFacts(
    String container,
    int sampleRate,
    int channels,
    long frames,
    double peak,
    double clipped,
    String pcmHash,
    Fingerprint fingerprint) {

  double seconds() {
    return (double) frames / sampleRate;
  }
}
