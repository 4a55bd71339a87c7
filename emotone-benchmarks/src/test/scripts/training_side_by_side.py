"""Epochs of the same networks on the same cached features by Emotone, PyTorch and Keras, in one run.

    python3 emotone-benchmarks/src/test/scripts/training_side_by_side.py RAVDESS [CLIPS [ROUNDS [NETWORK...]]]

RAVDESS is the folder of the corpus. Peers come from a virtual environment that is made in target/ (PEERS names one
that exists). The three are started once for each network with the same environment and take turns, an epoch each, so
that a load on the machine meets all alike. The first two epochs warm up. Of the rest the fastest counts on the clock,
and the median of the processor time of all threads.
"""

import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "..", "..", "..", ".."))
MODULE = os.path.join(ROOT, "emotone-benchmarks")
FOLDER = os.path.join(MODULE, "target", "training-speed")
PACKAGES = ["numpy==2.4.6", "torch==2.11.0", "tensorflow-cpu==2.21.0", "keras==3.15.1"]
NETWORKS = ["cnn2d", "blstm", "cnnTransformer"]
WARM_UP = 2

# As the launcher sets them; they suit PyTorch as well.
ENVIRONMENT = dict(
    os.environ, OMP_WAIT_POLICY="PASSIVE", OPENBLAS_NUM_THREADS="1", MALLOC_MMAP_THRESHOLD_="1073741824",
    MALLOC_TRIM_THRESHOLD_="2147483647", MALLOC_TOP_PAD_="134217728", MALLOC_ARENA_MAX="1")
if os.path.exists("/proc/cpuinfo"):
    with open("/proc/cpuinfo") as processors:
        processor = processors.read()
        if "AuthenticAMD" in processor and "avx512bw" in processor:
            ENVIRONMENT["OPENBLAS_CORETYPE"] = "SKYLAKEX"


def peers():
    folder = os.environ.get("PEERS", os.path.join(MODULE, "target", "peers"))
    python = os.path.join(folder, "bin", "python")
    if not os.path.exists(python):
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return python


def java():
    classpath = os.path.join(MODULE, "target", "classpath")
    subprocess.run(
        ["mvn", "-q", "-B", "-pl", "emotone-benchmarks", "-am", "compile", "dependency:build-classpath",
         "-Dmdep.outputFile=target/classpath", "-Dmdep.includeScope=runtime"], cwd=ROOT, check=True,
        stdout=subprocess.DEVNULL)
    with open(classpath) as file:
        path = os.path.join(MODULE, "target", "classes") + os.pathsep + file.read().strip()
    return ["java", "-cp", path, "org.emotone.benchmarks.TrainingSpeed"]


class Trainer:
    """A process that trains an epoch whenever it is told to."""

    def __init__(self, command):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
        self.parameters = int(self.process.stdout.readline().split()[0])
        self.seconds, self.processor, self.losses = [], [], []

    def epoch(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.process.args} ended")
        for numbers, word in zip((self.seconds, self.processor, self.losses), line.split()):
            numbers.append(float(word))

    def close(self):
        self.process.stdin.close()
        self.process.wait()

    def clock(self):
        return min(self.seconds[WARM_UP:])

    def work(self):
        return statistics.median(self.processor[WARM_UP:])


def measure(network, emotone, python, clips, rounds):
    trainers = {
        "Emotone": Trainer([*emotone, "train", clips, network]),
        "PyTorch": Trainer([python, os.path.join(HERE, "training_torch.py"), clips, network]),
        "Keras": Trainer([python, os.path.join(HERE, "training_keras.py"), clips, network]),
    }
    if network == "cnn2d":
        trainers["PyTorch, channels last"] = Trainer(
            [python, os.path.join(HERE, "training_torch.py"), clips, network, "channels_last"])
    for _ in range(WARM_UP + rounds):
        for trainer in trainers.values():
            trainer.epoch()
    ours = trainers["Emotone"]
    for name, trainer in trainers.items():
        trainer.close()
        print(f"| {network} | {name} | {trainer.parameters} | {trainer.clock():.2f} s | {trainer.work():.2f} s "
              f"| {trainer.clock() / ours.clock():.2f} | {trainer.work() / ours.work():.2f} "
              f"| {trainer.losses[0]:.2f} to {trainer.losses[-1]:.2f} |", flush=True)


def main():
    ravdess, *rest = sys.argv[1:]
    count = rest[0] if rest else "512"
    rounds = int(rest[1]) if len(rest) > 1 else 10
    os.makedirs(FOLDER, exist_ok=True)
    clips = os.path.join(FOLDER, f"clips-{count}.f32")
    python, emotone = peers(), java()
    subprocess.run(
        [*emotone, "clips", ravdess, os.path.join(ROOT, "recipes", "cnn2d-logmel.yaml"), count, clips], check=True)
    versions = subprocess.run([python, "-m", "pip", "list"], capture_output=True, text=True, check=True).stdout
    chosen = {package.split("==")[0] for package in PACKAGES}
    print(", ".join(" ".join(line.split()) for line in versions.splitlines()
                    if line.split()[0].replace("_", "-") in chosen))
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.0f} at the start, {count} clips, {rounds} rounds\n")
    print("| network | by | parameters | epoch | processor | clock / Emotone | processor / Emotone | loss |")
    print("|---|---|--:|--:|--:|--:|--:|--:|")
    for network in rest[2:] or NETWORKS:
        measure(network, emotone, python, clips, rounds)
    print(f"\nload {os.getloadavg()[0]:.0f} at the end")


main()
