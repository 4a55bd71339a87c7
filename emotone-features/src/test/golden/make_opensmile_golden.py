"""Writes the golden numbers of the GeMAPS tests, computed by openSMILE.

    python -m venv venv && venv/bin/pip install opensmile==2.6.0 soundfile
    venv/bin/python make_opensmile_golden.py ../resources/golden FOLDER-WITH-CLIPS-AS-WAV

The package opensmile 2.6.0 holds openSMILE 3.0.2. The clips, named by their path below EMOTONE_CORPORA with a slash
written as two underscores, come from the main method of Clips in the tests.
"""

import json
import sys
from pathlib import Path

import numpy as np
import opensmile
import soundfile


def rounded(values):
    return [float("%.6g" % value) for value in values]


def extractor(name):
    return opensmile.Smile(getattr(opensmile.FeatureSet, name), opensmile.FeatureLevel.Functionals)


extended, minimal = extractor("eGeMAPSv02"), extractor("GeMAPSv01b")
out = Path(sys.argv[1])
cases = []
for path in sorted(Path(sys.argv[2]).glob("*.wav")):
    samples, rate = soundfile.read(path, dtype="float32")
    values = extended.process_signal(samples, rate).values[0]
    cases.append(json.dumps(dict(clip=path.stem.replace("__", "/"), values=rounded(values)), separators=(",", ":")))
lines = ",\n".join(cases)
(out / "egemaps-clips.json").write_text(
    '{"opensmile":"%s","extended":%s,\n"minimal":%s,\n"cases":[\n%s\n]}\n'
    % (opensmile.__version__, json.dumps(list(extended.feature_names)), json.dumps(list(minimal.feature_names)), lines))
