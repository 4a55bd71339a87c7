"""Log-mel 128 and MFCC 40 of a clip of 3 s by Emotone, librosa and torchaudio, one thread each, in one run.

    python -m venv target/peers && target/peers/bin/pip install librosa==0.11.0 torch==2.11.0 torchaudio==2.11.0
    mvn -q -pl emotone-benchmarks -am compile dependency:build-classpath -Dmdep.outputFile=target/classpath \\
        -Dmdep.includeScope=runtime
    target/peers/bin/python emotone-benchmarks/src/test/scripts/side_by_side.py

They take turns, so that a load on the machine meets all alike; the fastest of all turns counts, because a load only
ever adds time.
"""

import os

for variable in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"

import subprocess
import sys
import time

import librosa
import numpy as np
import torch
import torchaudio

RATE = 22050
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 30
MODULE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")


class Emotone:
    def __init__(self):
        with open(os.path.join(MODULE, "target", "classpath")) as file:
            classpath = os.path.join(MODULE, "target", "classes") + os.pathsep + file.read().strip()
        self.process = subprocess.Popen(
            ["java", "-XX:+UseSerialGC", "-cp", classpath, "org.emotone.benchmarks.SideBySide"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def fastest(self, task, repetitions):
        self.process.stdin.write(f"{task} {repetitions}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline()) / 1e6


def fastest(task, repetitions):
    best = float("inf")
    for _ in range(repetitions):
        start = time.perf_counter()
        task()
        best = min(best, time.perf_counter() - start)
    return best * 1e3


def main():
    torch.set_num_threads(1)
    clip = (0.1 * np.random.default_rng(1).standard_normal(3 * RATE)).astype(np.float32)
    tensor = torch.from_numpy(clip)
    bands = dict(n_fft=2048, hop_length=512, n_mels=128, norm="slaney", mel_scale="slaney")
    mel = torchaudio.transforms.MelSpectrogram(RATE, **bands)
    decibels = torchaudio.transforms.AmplitudeToDB(top_db=80)
    cepstra = torchaudio.transforms.MFCC(RATE, n_mfcc=40, melkwargs=bands)
    tasks = {
        "logMel128": {
            "librosa": lambda: librosa.power_to_db(librosa.feature.melspectrogram(y=clip, sr=RATE, n_mels=128)),
            "torchaudio": lambda: decibels(mel(tensor)),
        },
        "mfcc40": {
            "librosa": lambda: librosa.feature.mfcc(y=clip, sr=RATE, n_mfcc=40),
            "torchaudio": lambda: cepstra(tensor),
        },
    }
    emotone = Emotone()
    print(f"librosa {librosa.__version__}, torchaudio {torchaudio.__version__}; load {os.getloadavg()[0]:.1f}")
    with torch.inference_mode():
        for name, peers in tasks.items():
            emotone.fastest(name, 3000)
            best = {}
            for _ in range(ROUNDS):
                best["emotone"] = min(best.get("emotone", 1e9), emotone.fastest(name, 20))
                for peer, task in peers.items():
                    best[peer] = min(best.get(peer, 1e9), fastest(task, 10))
            for peer, milliseconds in best.items():
                print(f"{name} {peer}: {milliseconds:.3f} ms, {milliseconds / best['emotone']:.2f} x emotone")


main()
