"""Compares resamplers on tones: ours, FFmpeg's own, soxr (through FFmpeg) and SoX's.

    python -m venv target/peers && target/peers/bin/pip install numpy
    target/peers/bin/python emotone-audio/src/test/scripts/compare-resamplers.py

Run it in the root of the checkout; ffmpeg (with libsoxr) and sox must be on the PATH. For each tool
and pair of rates it prints how far tones of the pass band (to 0.95 of the lower Nyquist frequency)
are off in level, the delay, and the loudest image or alias, relative to the tone. Tones are written
and read as 32-bit floats, a second each, between pauses.
"""

import subprocess
import tempfile
from pathlib import Path

import numpy as np

RATES = [(48000, 16000), (44100, 16000), (22050, 16000), (24414, 16000), (16000, 44100), (8000, 16000)]
TONES = 24
LEVEL = 0.5


def write(path, rate, samples):
    data = np.asarray(samples, dtype="<f4").tobytes()
    header = b"RIFF" + np.uint32(50 + len(data)).tobytes() + b"WAVEfmt " + np.uint32(18).tobytes()
    header += np.array([3, 1], dtype="<u2").tobytes() + np.array([rate, 4 * rate], dtype="<u4").tobytes()
    header += np.array([4, 32, 0], dtype="<u2").tobytes() + b"fact" + np.uint32(4).tobytes()
    header += np.uint32(len(data) // 4).tobytes() + b"data" + np.uint32(len(data)).tobytes()
    Path(path).write_bytes(header + data)


def read(path):
    raw = Path(path).read_bytes()
    at = 12
    while raw[at : at + 4] != b"data":
        at += 8 + int.from_bytes(raw[at + 4 : at + 8], "little")
    size = int.from_bytes(raw[at + 4 : at + 8], "little")
    return np.frombuffer(raw, dtype="<f4", offset=at + 8, count=size // 4).astype(np.float64)


def tools(source, folder, to):
    out = str(folder / "out.wav")
    ffmpeg = ["ffmpeg", "-y", "-loglevel", "error", "-i", source]
    for level in ("high", "standard", "fast"):
        yield "emotone " + level, ["./emotone", "audio", "convert", "--force", "--encoding", "f32", "--rate",
                                   str(to), "--resampling", level, "--out", str(folder / "emotone"), source], \
            str(folder / "emotone" / Path(source).name)
    yield "FFmpeg (swr)", ffmpeg + ["-af", f"aresample={to}", "-c:a", "pcm_f32le", out], out
    yield "soxr, 20 bit", ffmpeg + ["-af", f"aresample={to}:resampler=soxr", "-c:a", "pcm_f32le", out], out
    yield "soxr, 28 bit", ffmpeg + ["-af", f"aresample={to}:resampler=soxr:precision=28", "-c:a", "pcm_f32le", out], out
    yield "SoX rate -v", ["sox", source, "-e", "floating-point", "-b", "32", out, "rate", "-v", str(to)], out


def fit(part, hz, rate, start):
    """Amplitude, phase and what is left of a tone that began at 0 s."""
    t = (start + np.arange(len(part))) / rate
    basis = np.stack([np.sin(2 * np.pi * hz * t), np.cos(2 * np.pi * hz * t)], axis=1)
    (a, b), *_ = np.linalg.lstsq(basis, part, rcond=None)
    rest = part - basis @ np.array([a, b])
    return np.hypot(a, b), np.arctan2(b, a), np.sqrt(2 * np.mean(rest**2))


def main():
    print(f"{'':18}{'pass band':>12}{'delay':>10}{'images':>10}{'aliases':>10}")
    for rate, to in RATES:
        print(f"{rate} Hz to {to} Hz")
        nyquist = min(rate, to) / 2
        kept = [0.95 * nyquist * (i + 1) / TONES for i in range(TONES)]
        lost = [nyquist * 1.005 + (rate / 2 - nyquist * 1.01) * i / TONES for i in range(TONES)] if to < rate else []
        t = np.arange(rate) / rate
        pause = np.zeros(rate // 2)
        signal = np.concatenate([np.concatenate([pause, LEVEL * np.sin(2 * np.pi * hz * t), pause]) for hz in kept + lost])
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            source = str(folder / "tones.wav")
            write(source, rate, signal)
            for tool, command, out in tools(source, folder, to):
                subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
                measure(tool, read(out), to, kept, lost)


def measure(tool, samples, to, kept, lost):
    deviation = delay = images = aliases = 0.0
    for i, hz in enumerate(kept + lost):
        start = 2 * to * i + to // 2
        part = samples[start + to // 4 : start + 3 * to // 4]
        if hz in kept:
            amplitude, phase, rest = fit(part, hz, to, to // 4)
            deviation = max(deviation, abs(20 * np.log10(amplitude / LEVEL)))
            delay = max(delay, abs(phase) / (2 * np.pi * hz) * 1e6)
            images = max(images, rest / LEVEL)
        else:
            aliases = max(aliases, np.sqrt(2 * np.mean(part**2)) / LEVEL)
    alias = f"{20 * np.log10(max(aliases, 1e-9)):8.0f} dB" if lost else f"{'-':>10}"
    print(f"  {tool:16}{deviation:9.3f} dB{delay:7.2f} µs{20 * np.log10(images):7.0f} dB{alias}")


main()
