"""Writes the golden numbers of the pitch tests, computed by librosa.

    python -m venv venv && venv/bin/pip install librosa==0.11.0
    venv/bin/python make_voice_golden.py ../resources/golden [FOLDER WITH CLIPS AS WAV]

The signals are made by integer arithmetic and sines, so that Java makes the very same ones. The clips, named by their
path below EMOTONE_CORPORA with a slash written as two underscores, come from ExportClips in the tests; of each only
every eighth pitch is kept.
"""

import json
import sys
from pathlib import Path

import librosa
import numpy as np
import scipy
import soundfile


def noise(samples):
    state = 12345
    out = np.empty(samples)
    for i in range(samples):
        state = (state * 1103515245 + 12345) % 2**31
        out[i] = (state >> 16) / 16384.0 - 1.0
    return out


def voice(samples, rate):
    """A gliding voice of ten harmonics with a breath of noise, silent in its second quarter; float32."""
    t = np.arange(samples) / rate
    phase = 2 * np.pi * (110 * t + 80 * t * t)
    sound = sum(np.sin(k * phase) / k for k in range(1, 11)) * 0.2
    sound[samples // 4: samples // 2] = 0
    return (sound + 0.01 * noise(samples)).astype(np.float32)


def tracks(y, rate, frames):
    """Both tracks of a signal in double precision, as Java computes."""
    y = y.astype(np.float64)
    common = dict(sr=rate, fmin=frames["minHz"], fmax=frames["maxHz"], frame_length=frames["frame"],
                  hop_length=frames["hop"], pad_mode=frames.get("padMode", "constant"))
    yin = librosa.yin(y, trough_threshold=0.1, **common)
    pitch, voiced, probability = librosa.pyin(y, fill_na=None, **common)
    return yin, pitch, voiced, probability


SPEECH = dict(minHz=60.0, maxHz=600.0, frame=1024, hop=160)

SYNTHETIC = [
    dict(signal="voice", samples=16000, rate=16000, **SPEECH),
    dict(signal="voice", samples=22050, rate=22050, minHz=65.0, maxHz=2093.0, frame=2048, hop=512, padMode="reflect"),
    dict(signal="voice", samples=8000, rate=8000, minHz=60.0, maxHz=400.0, frame=512, hop=100, padMode="edge"),
    dict(signal="noise", samples=8000, rate=16000, **SPEECH),
    dict(signal="silence", samples=4000, rate=16000, **SPEECH),
    dict(signal="constant", samples=4000, rate=16000, **SPEECH),
    # All but two frames are zero up to rounding: only voicing can be compared.
    dict(signal="impulse", samples=4000, rate=16000, onlyVoicing=True, **SPEECH),
    dict(signal="voice", samples=160, rate=16000, **SPEECH),
]


def signal(case):
    samples = case["samples"]
    if case["signal"] == "voice":
        return voice(samples, case["rate"])
    if case["signal"] == "noise":
        return (0.5 * noise(samples)).astype(np.float32)
    out = np.zeros(samples, dtype=np.float32)
    if case["signal"] == "constant":
        out[:] = 0.5
    if case["signal"] == "impulse":
        out[samples // 2] = 1
    return out


def rounded(values, digits):
    return [round(float(v), digits) for v in values]


def synthetic():
    for case in SYNTHETIC:
        yin, pitch, voiced, probability = tracks(signal(case), case["rate"], case)
        yield dict(case, yin=rounded(yin, 3), pitch=rounded(pitch, 3), voiced=[int(v) for v in voiced],
                   probability=rounded(probability, 5))


def clips(folder):
    for path in sorted(Path(folder).glob("*.wav")):
        y, rate = soundfile.read(path)
        yin, pitch, voiced, _ = tracks(y, rate, SPEECH)
        yield dict(clip=path.stem.replace("__", "/"), frames=len(pitch), voicedFrames=int(voiced.sum()),
                   yin=rounded(yin[::8], 1), pitch=rounded(np.where(voiced, pitch, 0)[::8], 1))


def functionals():
    """Statistics of a contour by numpy and scipy."""
    for frames in (1, 2, 3, 50, 333):
        i = np.arange(frames)
        x = 3 + np.sin(0.37 * i) + 0.02 * i + ((i * 7919) % 101) / 101.0
        values = dict(mean=x.mean(), deviation=x.std(), quadraticMean=np.sqrt((x**2).mean()),
                      flatness=scipy.stats.gmean(x) / x.mean(), minimum=x.min(), maximum=x.max(),
                      percentile1=np.percentile(x, 1), percentile20=np.percentile(x, 20),
                      quartile1=np.percentile(x, 25), median=np.median(x), percentile99=np.percentile(x, 99),
                      percentileRange2080=np.percentile(x, 80) - np.percentile(x, 20))
        if frames > 1:
            values.update(skewness=scipy.stats.skew(x), kurtosis=scipy.stats.kurtosis(x, fisher=False))
        if frames > 3:
            t = i / (frames - 1)
            line, parabola = np.polyfit(t, x, 1), np.polyfit(t, x, 2)
            values.update(lineOffset=line[1], lineSlope=line[0] / (0.01 * (frames - 1)),
                          lineError=((x - np.polyval(line, t))**2).mean(), parabolaCurvature=parabola[0],
                          parabolaError=((x - np.polyval(parabola, t))**2).mean())
            values.update(prediction1=prediction(x - x.mean()))
        yield dict(frames=frames, values={name: float(value) for name, value in values.items()})


def prediction(x):
    """The first coefficient of linear prediction of order 5 by the autocorrelation method."""
    r = np.array([np.dot(x[k:], x[:len(x) - k]) for k in range(6)])
    return -scipy.linalg.solve_toeplitz(r[:5], r[1:])[0]


def write(path, cases):
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    path.write_text('{"librosa":"%s","cases":[\n%s\n]}\n' % (librosa.__version__, lines))


out = Path(sys.argv[1])
write(out / "functionals.json", functionals())
write(out / "pitch.json", synthetic())
if len(sys.argv) > 2:
    write(out / "pitch-clips.json", clips(sys.argv[2]))
