"""Writes the golden numbers of the feature tests, computed by librosa.

    python -m venv venv && venv/bin/pip install librosa==0.11.0
    venv/bin/python make_golden.py ../resources/golden

The signal is made by integer arithmetic, so that Java makes the very same one.
"""

import json
import sys
from pathlib import Path

import librosa
import numpy as np


def signal(samples):
    """A linear congruential generator in the upper bits, under a slow triangle; float32."""
    state = 12345
    out = np.empty(samples, dtype=np.float32)
    for i in range(samples):
        state = (state * 1103515245 + 12345) % 2**31
        noise = (state >> 16) / 16384.0 - 1.0
        envelope = abs((i % 2000) - 1000) / 1000.0
        square = 0.5 if (i // 40) % 2 == 0 else -0.5
        out[i] = np.float32(0.5 * envelope * envelope * (0.3 * noise + square))
    return out


def filters():
    cases = [
        dict(sr=16000, n_fft=512, n_mels=64, fmin=0.0, fmax=8000.0, htk=False, norm="slaney"),
        dict(sr=16000, n_fft=512, n_mels=40, fmin=50.0, fmax=7600.0, htk=True, norm=None),
        dict(sr=22050, n_fft=2048, n_mels=128, fmin=0.0, fmax=11025.0, htk=False, norm="slaney"),
        dict(sr=16000, n_fft=256, n_mels=80, fmin=20.0, fmax=8000.0, htk=True, norm="slaney"),
    ]
    result = []
    for case in cases:
        bank = librosa.filters.mel(**case).astype(np.float64)
        # Row and column sums, and every 7th value: small, and no filter can move unseen.
        result.append(
            dict(
                case,
                bandSums=bank.sum(axis=1).tolist(),
                binSums=bank.sum(axis=0).tolist(),
                everySeventh=bank.ravel()[::7][np.flatnonzero(bank.ravel()[::7])].tolist(),
                everySeventhIndex=(7 * np.flatnonzero(bank.ravel()[::7])).tolist(),
            )
        )
    return result


def log_mels():
    cases = [
        dict(sampleRate=16000, samples=5000, win=400, hop=160, fft=512, bands=64, fmin=0.0,
             fmax=8000.0, htk=False, norm="slaney", padding="zero"),
        dict(sampleRate=16000, samples=5000, win=400, hop=160, fft=512, bands=64, fmin=0.0,
             fmax=8000.0, htk=False, norm="slaney", padding="none"),
        dict(sampleRate=16000, samples=3000, win=512, hop=250, fft=512, bands=40, fmin=50.0,
             fmax=7600.0, htk=True, norm=None, padding="reflect"),
        dict(sampleRate=22050, samples=3000, win=551, hop=220, fft=2048, bands=32, fmin=0.0,
             fmax=11025.0, htk=False, norm="slaney", padding="edge"),
        dict(sampleRate=16000, samples=100, win=400, hop=160, fft=512, bands=20, fmin=0.0,
             fmax=8000.0, htk=False, norm="slaney", padding="reflect"),
        dict(sampleRate=16000, samples=5000, win=400, hop=160, fft=1024, bands=24, fmin=0.0,
             fmax=8000.0, htk=False, norm="slaney", padding="zero", topDb=30.0),
    ]
    modes = dict(zero="constant", none="constant", reflect="reflect", edge="edge")
    result = []
    for case in cases:
        mel = librosa.feature.melspectrogram(
            y=signal(case["samples"]), sr=case["sampleRate"], n_fft=case["fft"],
            hop_length=case["hop"], win_length=case["win"], window="hann",
            center=case["padding"] != "none", pad_mode=modes[case["padding"]], power=2.0,
            n_mels=case["bands"], fmin=case["fmin"], fmax=case["fmax"], htk=case["htk"],
            norm=case["norm"])
        relative = "topDb" in case
        db = librosa.power_to_db(
            mel, ref=np.max if relative else 1.0, amin=1e-10, top_db=case.get("topDb"))
        values = np.round(db.T.astype(np.float64), 5)
        result.append(dict(case, frames=values.shape[0], values=values.ravel().tolist()))
    return result


def main(folder):
    for name, cases in (("mel-filters", filters()), ("log-mel", log_mels())):
        text = json.dumps(dict(librosa=librosa.__version__, cases=cases), separators=(",", ":"))
        Path(folder, name + ".json").write_text(text + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
