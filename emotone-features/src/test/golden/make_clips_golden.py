"""Writes librosa's answers for real clips: per clip and feature a few statistics and sampled cells, no audio.

    python -m venv venv && venv/bin/pip install librosa==0.11.0 soundfile
    venv/bin/python make_clips_golden.py CORPORA ../resources/golden

CORPORA holds ravdess/ and the other corpora; clips are the FLAC files of RAVDESS, which decode to the same samples
everywhere. Of each clip the name, the length, and per feature the mean, the deviation and eight cells are kept.
"""

import json
import sys
from pathlib import Path

import librosa
import numpy as np
import soundfile

CLIPS = 52


def rounded(value):
    return float(f"{value:.10g}")


def cells(matrix):
    matrix = np.atleast_2d(matrix).T
    frames, width = matrix.shape
    places = [(i * 7919 % frames, i * 104729 % width) for i in range(8)]
    return dict(frames=frames, width=width, mean=rounded(matrix.mean()), deviation=rounded(matrix.std()),
                cells=[[frame, column, rounded(matrix[frame, column])] for frame, column in places])


def features(y, rate):
    stft = np.abs(librosa.stft(y))
    common = dict(S=stft, sr=rate)
    return dict(
        power=cells(stft ** 2),
        logMel=cells(librosa.power_to_db(librosa.feature.melspectrogram(y=y, sr=rate, n_mels=128))),
        mfcc=cells(librosa.feature.mfcc(y=y, sr=rate, n_mfcc=40)),
        centroid=cells(librosa.feature.spectral_centroid(**common)),
        bandwidth=cells(librosa.feature.spectral_bandwidth(**common)),
        rolloff=cells(librosa.feature.spectral_rolloff(**common)),
        flatness=cells(librosa.feature.spectral_flatness(S=stft)),
        contrast=cells(librosa.feature.spectral_contrast(n_bands=5, **common)),
        chroma=cells(librosa.feature.chroma_stft(y=y, sr=rate)),
        rms=cells(librosa.feature.rms(y=y)),
        zeroCrossings=cells(librosa.feature.zero_crossing_rate(y)),
    )


def main(corpora, folder):
    files = sorted(Path(corpora, "ravdess").rglob("*.flac"))
    step = len(files) // CLIPS
    cases = []
    for file in files[::step][:CLIPS]:
        samples, rate = soundfile.read(file, dtype="float32")
        y = samples.astype(np.float64)
        tuning = librosa.estimate_tuning(S=np.abs(librosa.stft(y)) ** 2, sr=rate, bins_per_octave=12)
        cases.append(dict(clip=file.name, samples=len(samples), rate=rate, features=features(y, rate),
                          tuning=round(float(tuning), 10)))
    text = json.dumps(dict(librosa=librosa.__version__, cases=cases), separators=(",", ":"))
    Path(folder, "clips.json").write_text(text + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
