"""Writes the golden numbers of the spectral features, computed by librosa and SciPy in double precision.

    python -m venv venv && venv/bin/pip install librosa==0.11.0
    venv/bin/python make_spectral_golden.py ../resources/golden

Every case names a signal (see signals below; Java makes the same ones), what was computed, and holds the values,
frame after frame.
"""

import json
import sys
from pathlib import Path

import librosa
import numpy as np
import scipy
import scipy.signal

from make_golden import signal

RATE = 16000


def sweep(samples):
    """A sine from 50 Hz to 7 kHz, exponentially; the phase in double precision."""
    t = np.arange(samples) / RATE
    duration = samples / RATE
    k = np.log(7000 / 50)
    return (0.4 * np.sin(2 * np.pi * 50 * duration / k * (np.exp(t / duration * k) - 1))).astype(np.float32)


def impulse(samples):
    out = np.zeros(samples, dtype=np.float32)
    out[samples // 2] = 0.8
    return out


def signals(samples):
    """Double precision from the single-precision samples, so that librosa computes in double precision."""
    made = dict(
        speechlike=signal(samples),
        silence=np.zeros(samples, dtype=np.float32),
        impulse=impulse(samples),
        sweep=sweep(samples),
        constant=np.full(samples, 0.25, dtype=np.float32),
        short=signal(160),
    )
    return {name: y.astype(np.float64) for name, y in made.items()}


def case(name, kind, values, **parameters):
    values = np.atleast_2d(np.asarray(values, dtype=np.float64))
    rows = [[float(f"{v:.9g}") for v in row] for row in values.T]
    return dict(parameters, signal=name, kind=kind, frames=len(rows), values=sum(rows, []))


def windows():
    names = dict(hann="hann", hamming="hamming", blackman="blackman", blackmanHarris="blackmanharris",
                 bartlett="bartlett", rectangular="boxcar", kaiser=("kaiser", 8.6))
    cases = []
    for name, scipy_name in names.items():
        for periodic in (True, False):
            for length in (1, 2, 7, 16):
                values = scipy.signal.get_window(scipy_name, length, fftbins=periodic)
                cases.append(case(None, "window", values, shape=name, periodic=periodic, length=length))
    for length in (7, 16):
        # A bell of 0.4 of half the period, and Kaldi's window by its definition in feature-window.cc.
        values = scipy.signal.windows.gaussian(length, 0.4 * (length - 1) / 2, sym=True)
        cases.append(case(None, "window", values, shape="gauss", periodic=False, length=length))
        values = (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(length) / (length - 1))) ** 0.85
        cases.append(case(None, "window", values, shape="povey", periodic=False, length=length))
    return cases


MODES = dict(zero="constant", reflect="reflect", edge="edge", none="constant")


def spectra():
    cases = []
    for name, y in signals(1500).items():
        for padding, fft, win, hop, window in (
                ("zero", 128, 128, 500, "hann"), ("reflect", 128, 100, 500, "hamming"),
                ("edge", 96, 96, 500, "blackman"), ("none", 128, 100, 500, "hann")):
            if padding == "none" and len(y) < fft:
                continue
            stft = librosa.stft(y, n_fft=fft, hop_length=hop, win_length=win, window=window,
                                center=padding != "none", pad_mode=MODES[padding])
            cases.append(case(name, "power", np.abs(stft) ** 2, padding=padding, fft=fft, win=win, hop=hop,
                              window=window))
    return cases


def cepstra():
    cases = []
    for name, y in signals(4000).items():
        for coefficients, lifter, bands in ((13, 0, 40), (20, 22, 40)):
            mel = dict(n_fft=512, hop_length=1000, n_mels=bands, fmax=8000.0)
            values = librosa.feature.mfcc(y=y, sr=RATE, n_mfcc=coefficients, lifter=lifter, **mel)
            cases.append(case(name, "mfcc", values, coefficients=coefficients, lifter=lifter, bands=bands))
    y = signals(4000)["speechlike"]
    few = librosa.feature.mfcc(y=y, sr=RATE, n_mfcc=3, n_fft=512, hop_length=250, n_mels=40, fmax=8000.0)
    for width, order, mode in ((9, 1, "interp"), (9, 2, "interp"), (5, 1, "nearest"), (5, 2, "nearest")):
        values = librosa.feature.delta(few, width=width, order=order, mode=mode)
        cases.append(case("speechlike", "delta", values, width=width, order=order, mode=mode))
    return cases


def levels():
    cases = []
    for name, y in signals(3000).items():
        for frame, hop in ((512, 200), (2048, 512)):
            parameters = dict(frame=frame, hop=hop)
            cases.append(case(name, "rms", librosa.feature.rms(y=y, frame_length=frame, hop_length=hop), **parameters))
            cases.append(case(name, "zcr", librosa.feature.zero_crossing_rate(y, frame_length=frame, hop_length=hop),
                              **parameters))
    return cases


def shapes():
    cases = []
    size = dict(n_fft=1024, hop_length=700)
    for name, y in signals(3000).items():
        cases.append(case(name, "centroid", librosa.feature.spectral_centroid(y=y, sr=RATE, **size)))
        cases.append(case(name, "bandwidth", librosa.feature.spectral_bandwidth(y=y, sr=RATE, **size)))
        cases.append(case(name, "rolloff", librosa.feature.spectral_rolloff(y=y, sr=RATE, **size)))
        cases.append(case(name, "flatness", librosa.feature.spectral_flatness(y=y, **size)))
        cases.append(case(name, "contrast", librosa.feature.spectral_contrast(y=y, sr=RATE, n_bands=5, **size)))
        for order in (0, 1, 3):
            cases.append(case(name, "polynomial", librosa.feature.poly_features(y=y, sr=RATE, order=order, **size),
                              order=order))
    return cases


def chromas():
    cases = []
    for name, y in signals(12000).items():
        stft = np.abs(librosa.stft(y, n_fft=2048, hop_length=4000)) ** 2
        tuning = librosa.estimate_tuning(S=stft, sr=RATE, bins_per_octave=12)
        cases.append(case(name, "tuning", [tuning]))
        chroma = librosa.feature.chroma_stft(y=y, sr=RATE, n_fft=2048, hop_length=4000)
        cases.append(case(name, "chroma", chroma))
        cases.append(case(name, "tonnetz", librosa.feature.tonnetz(chroma=chroma)))
        if len(y) > 2048:
            q = np.abs(librosa.cqt(y, sr=RATE, hop_length=512, n_bins=7 * 36, bins_per_octave=36, tuning=0.0))
            cases.append(case(name, "cqt", q[::5, 4:20:5]))
            if name == "impulse":
                continue  # frames before the click hold but the ripple of librosa's resampler, scaled to 1
            chroma = librosa.feature.chroma_cqt(y=y, sr=RATE)
            cases.append(case(name, "chromaCqt", chroma[:, ::5]))
    return cases


def dynamics():
    cases = []
    for name, y in signals(4000).items():
        mel = librosa.feature.melspectrogram(y=y, sr=RATE, n_fft=512, hop_length=250, n_mels=12, fmax=8000.0)
        cases.append(case(name, "pcen", librosa.pcen(mel, sr=RATE, hop_length=250)))
        if name == "constant":
            continue  # its bins beyond the lowest hold nothing but rounding errors
        stft = librosa.stft(y, n_fft=64, hop_length=160)
        cases.append(case(name, "hpss", librosa.decompose.hpss(np.abs(stft), kernel_size=7, mask=True)[0]))
    for name in ("speechlike", "sweep"):
        y = signals(3000)[name]
        for rate in (0.8, 1.3):
            stretched = librosa.effects.time_stretch(y, rate=rate, n_fft=512, hop_length=128)
            cases.append(case(name, "stretch", stretched[::7], rate=rate, length=len(stretched)))
        for steps in (-3, 2.5):
            shifted = librosa.effects.pitch_shift(y, sr=RATE, n_steps=steps, n_fft=512, hop_length=128)
            cases.append(case(name, "shift", shifted[::7], steps=steps, length=len(shifted)))
    return cases


def presets():
    """The feature vectors of published systems, as their code computes them; of 2 s at the system's rate."""
    y = signal(44100).astype(np.float64)
    rate = 22050
    stft = np.abs(librosa.stft(y))
    zcr = librosa.feature.zero_crossing_rate(y)
    chroma = librosa.feature.chroma_stft(S=stft, sr=rate)
    mel = librosa.feature.melspectrogram(y=y, sr=rate)
    contrast = librosa.feature.spectral_contrast(S=stft, sr=rate)
    tonnetz = librosa.feature.tonnetz(y=librosa.effects.harmonic(y), sr=rate)
    mfcc = librosa.feature.mfcc(y=y, sr=rate, n_mfcc=40)
    means = lambda *parts: np.concatenate([part.mean(axis=1) for part in parts])[:, np.newaxis]
    cases = [
        case("speechlike", "p4", means(mfcc, chroma, mel)),
        case("speechlike", "p5", means(mfcc, chroma, mel, contrast, tonnetz)),
        case("speechlike", "p12", means(mfcc[:13], mel, chroma)),
        case("speechlike", "p8", np.vstack([zcr, librosa.feature.rms(y=y), mfcc[:13]])[:, ::20]),
    ]
    y = signal(48000).astype(np.float64)
    mfcc = librosa.feature.mfcc(y=y, sr=48000, n_mfcc=40, n_fft=1024, win_length=512, hop_length=512, window="hamming",
                                n_mels=128, fmax=24000)
    cases.append(case("speechlike", "p9", mfcc[:, ::30]))
    mfcc = librosa.feature.mfcc(y=y, sr=48000, n_mfcc=34, n_fft=4096, hop_length=2048)
    chroma = librosa.feature.chroma_stft(y=y, sr=48000, n_fft=4096, hop_length=2048)
    cases.append(case("speechlike", "p11", np.vstack([mfcc, chroma])[:, ::6]))
    mel = librosa.feature.melspectrogram(y=y, sr=48000, n_fft=1024, win_length=512, hop_length=256, n_mels=128,
                                         fmax=24000)
    cases.append(case("speechlike", "p10", librosa.power_to_db(mel)[:, ::40]))
    return cases + cut_presets()


def cut_presets():
    """Those that cut: offset and duration as given to librosa.load; of 4 s at the system's rate."""
    def cut(y, rate, offset, duration):
        return y[round(offset * rate):round((offset + duration) * rate)]

    means = lambda *parts: np.concatenate([part.mean(axis=1) for part in parts])[:, np.newaxis]
    rate = 22050
    whole = signal(4 * rate).astype(np.float64)
    y = cut(whole, rate, 0.5, 3)
    cases = [case("speechlike", "p1", means(librosa.feature.mfcc(y=y, sr=rate, n_mfcc=40)))]
    mel = librosa.power_to_db(librosa.feature.melspectrogram(y=whole, sr=rate, n_mels=128))
    cases.append(case("speechlike", "p2", means(mel)))
    y = cut(whole, rate, 0.6, 2.5)
    chroma = librosa.feature.chroma_stft(S=np.abs(librosa.stft(y)), sr=rate)
    cases.append(case("speechlike", "p3", means(
        librosa.feature.zero_crossing_rate(y), chroma, librosa.feature.mfcc(y=y, sr=rate), librosa.feature.rms(y=y),
        librosa.feature.melspectrogram(y=y, sr=rate))))
    rate = 44100
    whole = signal(4 * rate).astype(np.float64)
    mfcc = librosa.feature.mfcc(y=cut(whole, rate, 0.5, 2.5), sr=rate, n_mfcc=13)
    cases.append(case("speechlike", "p6", mfcc.mean(axis=0)[np.newaxis, ::10]))
    mel = librosa.feature.melspectrogram(y=cut(whole, rate, 0.5, 3), sr=rate, n_mels=128, fmax=8000)
    cases.append(case("speechlike", "p7", librosa.power_to_db(mel).mean(axis=0)[np.newaxis, ::10]))
    return cases


def main(folder):
    sets = (("windows", windows), ("spectra", spectra), ("cepstra", cepstra), ("levels", levels), ("shapes", shapes),
            ("chromas", chromas), ("dynamics", dynamics), ("presets", presets))
    for name, make in sets:
        text = json.dumps(dict(librosa=librosa.__version__, scipy=scipy.__version__, cases=make()),
                          separators=(",", ":"))
        Path(folder, name + ".json").write_text(text + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
