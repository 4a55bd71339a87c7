// Samples as 16-bit PCM, and as WAV files.

/** Amplitudes from −1 to 1 as bytes of 16-bit samples, little-endian. */
export function pcm(samples) {
  const view = new DataView(new ArrayBuffer(2 * samples.length));
  samples.forEach((sample, i) => view.setInt16(2 * i, Math.round(32767 * Math.max(-1, Math.min(1, sample))), true));
  return new Uint8Array(view.buffer);
}

/** A mono WAV file of blocks of amplitudes. */
export function wav(blocks, sampleRate, name) {
  const parts = blocks.map(pcm);
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const head = new DataView(new ArrayBuffer(44));
  const word = (at, text) => [...text].forEach((letter, i) => head.setUint8(at + i, letter.charCodeAt(0)));
  word(0, "RIFF");
  head.setUint32(4, 36 + size, true);
  word(8, "WAVEfmt ");
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true);
  head.setUint16(22, 1, true);
  head.setUint32(24, sampleRate, true);
  head.setUint32(28, 2 * sampleRate, true);
  head.setUint16(32, 2, true);
  head.setUint16(34, 16, true);
  word(36, "data");
  head.setUint32(40, size, true);
  return new File([head, ...parts], name, { type: "audio/wav" });
}
