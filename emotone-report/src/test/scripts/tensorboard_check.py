"""Opens runs with TensorBoard and compares what it shows with metrics.csv of each run.

    python -m venv target/peers && target/peers/bin/pip install tensorboard setuptools
    target/peers/bin/python emotone-report/src/test/scripts/tensorboard_check.py RUNS

RUNS is a folder of run folders. Starts the real server on a free port and asks it, as its page does,
for the scalars, texts and pictures of each run; prints a line for each run and exits with 1 if a
value differs from its row in metrics.csv by more than a 32-bit float does, or if anything is missing.
"""

import csv
import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

TAGS = {
    "loss/training": "trainLoss",
    "loss/validation": "validationLoss",
    "validation/UAR": "validationUar",
    "validation/accuracy": "validationAccuracy",
    "training/learning rate": "learningRate",
    "training/seconds": "seconds",
}


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    def __init__(self, logdir):
        self.base = f"http://127.0.0.1:{free_port()}/data/"
        port = self.base.split(":")[2].split("/")[0]
        program = Path(sys.executable).parent / "tensorboard"
        self.process = subprocess.Popen(
            [program, "--logdir", logdir, "--port", port, "--load_fast", "false"], stderr=subprocess.DEVNULL
        )

    def get(self, path, **query):
        with urllib.request.urlopen(self.base + path + "?" + urllib.parse.urlencode(query)) as answer:
            return json.load(answer)

    def wait_for(self, runs):
        """Until TensorBoard has loaded all runs, two minutes at most."""
        for _ in range(120):
            try:
                if set(self.get("runs")) >= runs:
                    time.sleep(5)
                    return
            except urllib.error.URLError:
                pass
            time.sleep(1)
        raise SystemExit(f"TensorBoard does not show all of {sorted(runs)}")


def check(server, run, folder):
    rows = list(csv.DictReader(open(folder / "metrics.csv")))
    faults = []
    for tag, column in TAGS.items():
        expected = {int(r["epoch"]): float(r[column]) for r in rows if r[column] != "NaN"}
        try:
            shown = {s: v for _, s, v in server.get("plugin/scalars/scalars", run=run, tag=tag) if v != "NaN"}
        except urllib.error.HTTPError:
            shown = {}
        if set(shown) != set(expected):
            faults.append(f"{tag}: steps {sorted(shown)}, expected {sorted(expected)}")
        for step in set(shown) & set(expected):
            # metrics.csv has seconds to the millisecond.
            allowed = 6e-4 if column == "seconds" else 1e-6 * max(1, abs(expected[step]))
            if abs(shown[step] - expected[step]) > allowed:
                faults.append(f"{tag} at {step}: {shown[step]}, expected {expected[step]}")
    texts = server.get("plugin/text/text", run=run, tag="recipe")
    if len(texts) != 1 or "network" not in texts[0]["text"]:
        faults.append("no text 'recipe'")
    if (folder / "evaluation.json").exists() and not server.get("plugin/images/images", run=run, tag="confusion", sample=0):
        faults.append("no picture 'confusion'")
    print(f"{run}: {len(rows)} epochs, " + ("; ".join(faults) if faults else f"{len(TAGS)} scalars, text and picture agree"))
    return not faults


def main():
    logdir = Path(sys.argv[1])
    runs = {f.parent.relative_to(logdir).as_posix(): f.parent for f in logdir.glob("**/metrics.csv")}
    if not runs:
        raise SystemExit(f"{logdir}: no run with a metrics.csv in it")
    server = Server(logdir)
    try:
        server.wait_for(set(runs))
        good = [check(server, run, folder) for run, folder in sorted(runs.items())]
    finally:
        server.process.terminate()
    raise SystemExit(0 if all(good) else 1)


main()
