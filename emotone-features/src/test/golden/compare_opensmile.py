"""Compares eGeMAPSv02 or GeMAPSv01b as Emotone and as openSMILE compute it, and prints a table for docs/voice.md.

    python -m venv venv && venv/bin/pip install opensmile==2.6.0 soundfile pandas
    venv/bin/python compare_opensmile.py FOLDER-WITH-CLIPS-AS-WAV OURS.csv [egemaps|gemaps] > table.md

OURS.csv comes from the main method of GemapsTable in the tests, over the same folder; the clips come from that of Clips
(arguments: FOLDER emodb).
"""

import sys
import time
from pathlib import Path

import numpy as np
import opensmile
import pandas as pd
import soundfile

sets = {"egemaps": opensmile.FeatureSet.eGeMAPSv02, "gemaps": opensmile.FeatureSet.GeMAPSv01b}
name = sys.argv[3] if len(sys.argv) > 3 else "egemaps"
smile = opensmile.Smile(sets[name], opensmile.FeatureLevel.Functionals, num_workers=1)
ours = pd.read_csv(sys.argv[2]).set_index("clip")
theirs = []
seconds = 0.0
for path in sorted(Path(sys.argv[1]).glob("*.wav")):
    samples, rate = soundfile.read(path, dtype="float32")
    start = time.process_time()
    values = smile.process_signal(samples, rate)
    seconds += time.process_time() - start
    theirs.append(values.assign(clip=path.stem))
print("%d clips, %.2f s of processor time of extraction alone" % (len(theirs), seconds), file=sys.stderr)
theirs = pd.concat(theirs).set_index("clip")
assert list(theirs.columns) == list(ours.columns) and sorted(theirs.index) == sorted(ours.index)
ours = ours.loc[theirs.index]
print("| functional | r | median difference |\n|---|--:|--:|")
for name in theirs.columns:
    x, y = theirs[name].to_numpy(float), ours[name].to_numpy(float)
    differences = np.abs(x - y) / np.maximum(np.abs(x), 1e-9)
    print("| %s | %.4f | %.3f %% |" % (name, np.corrcoef(x, y)[0, 1], 100 * np.median(differences)))
