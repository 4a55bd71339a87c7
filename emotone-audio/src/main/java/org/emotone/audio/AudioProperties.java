package org.emotone.audio;

/**
 * What a file says of its audio.
 *
 * @param container the file format: {@code WAV}, {@code AIFF}, {@code FLAC}, {@code Ogg} …
 * @param codec how samples are coded: {@code PCM}, {@code IEEE float}, {@code FLAC}, {@code Opus} …
 * @param sampleRate frames per second of what is decoded, in Hz
 * @param channels channels, interleaved by {@link AudioStream#read}
 * @param bitsPerSample bits of one coded sample; 0 where the codec is lossy
 * @param frames length in frames (one sample of each channel); −1 where only decoding will tell
 */
public record AudioProperties(
    String container, String codec, int sampleRate, int channels, int bitsPerSample, long frames) {}
