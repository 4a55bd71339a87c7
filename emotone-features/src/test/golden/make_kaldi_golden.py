"""Writes the golden numbers of Kaldi's filter bank and cepstra, by torchaudio's port and by kaldi-native-fbank.

    python -m venv venv && venv/bin/pip install librosa==0.11.0 torch==2.11.0 torchaudio==2.11.0 kaldi-native-fbank==1.23.0
    venv/bin/python make_kaldi_golden.py ../resources/golden
"""

import importlib.metadata
import json
import sys
from pathlib import Path

import kaldi_native_fbank as knf
import numpy as np
import torch
import torchaudio.compliance.kaldi as kaldi

from make_spectral_golden import RATE, case, signals

SCALE = 32768.0


def torchaudio_cases():
    cases = []
    for name, y in signals(2000).items():
        wave = torch.from_numpy(y * SCALE).unsqueeze(0)
        for bands, edges, window in ((23, "snip", "povey"), (40, "mirror", "hamming")):
            common = dict(num_mel_bins=bands, snip_edges=edges == "snip", window_type=window, sample_frequency=RATE,
                          dither=0.0)
            if edges == "snip" and len(y) < 400:
                continue
            if edges == "mirror" and len(y) < 400:
                continue  # torchaudio cannot mirror a clip shorter than a frame
            parameters = dict(bands=bands, edges=edges, window=window)
            cases.append(case(name, "fbank", kaldi.fbank(wave, **common).numpy().T, **parameters))
            cases.append(case(name, "mfcc", kaldi.mfcc(wave, num_ceps=13, **common).numpy().T, **parameters))
    return cases


def native_cases():
    cases = []
    for name, y in signals(2000).items():
        if name == "sweep":
            continue  # kaldi-native-fbank is of single precision, which shows far from a tone
        options = knf.FbankOptions()
        options.frame_opts.dither = 0
        options.frame_opts.samp_freq = RATE
        options.frame_opts.snip_edges = False
        options.mel_opts.num_bins = 80
        bank = knf.OnlineFbank(options)
        bank.accept_waveform(RATE, (y * SCALE).astype(np.float32).tolist())
        bank.input_finished()
        frames = [bank.get_frame(i) for i in range(bank.num_frames_ready)]
        cases.append(case(name, "native", np.array(frames).T, bands=80, edges="mirror", window="povey"))
    return cases


def main(folder):
    versions = {package: importlib.metadata.version(package) for package in ("torchaudio", "kaldi-native-fbank")}
    text = json.dumps(dict(versions, cases=torchaudio_cases() + native_cases()), separators=(",", ":"))
    Path(folder, "kaldi.json").write_text(text + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
