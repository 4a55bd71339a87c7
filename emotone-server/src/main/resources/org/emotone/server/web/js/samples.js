// The clips in samples/, synthetic speech that a newcomer can try at a click.

export const SAMPLES = ["flat-man.wav", "cheerful-woman.wav", "sad-woman.wav", "loud-man.wav", "fearful-woman.wav", "calm-man.wav", "german-man.wav"];
