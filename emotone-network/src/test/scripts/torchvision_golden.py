"""Writes what torchvision calls the parameters of its models, their shapes, and logits for weights that are a formula.

  python3 -m venv target/torchvision
  target/torchvision/bin/pip install torch==2.11.0 torchvision==0.26.0 numpy
  target/torchvision/bin/python src/test/scripts/torchvision_golden.py src/test/resources/org/emotone/network
"""
import gzip
import io
import json
import math
import sys
from pathlib import Path

import numpy
import torch
import torchvision

MODELS = {
    "ALEXNET": ("alexnet", 64),
    "VGG16": ("vgg16", 0),
    "VGG19": ("vgg19", 0),
    "RESNET18": ("resnet18", 64),
    "RESNET50": ("resnet50", 64),
    "DENSENET121": ("densenet121", 64),
    "DENSENET201": ("densenet201", 0),
    "MOBILENET_V2": ("mobilenet_v2", 64),
    "INCEPTION_V3": ("inception_v3", 96),
}
CLASSES = 5


def build(name, classes):
    extra = {"aux_logits": False, "init_weights": False} if name == "inception_v3" else {}
    return getattr(torchvision.models, name)(weights=None, num_classes=classes, **extra).eval()


def fill(place, name, shape):
    size = int(numpy.prod(shape))
    wave = numpy.sin(numpy.arange(size, dtype=numpy.float64) * 0.37 + place)
    if name.endswith("running_var"):
        values = 1 + 0.5 * wave
    elif name.endswith("weight") and len(shape) == 1:
        values = 1 + 0.2 * wave
    elif name.endswith("weight"):
        values = wave * math.sqrt(2.0 / (size // shape[0]))
    else:
        values = 0.1 * wave
    return torch.from_numpy(values.astype(numpy.float32).reshape(shape))


def logits(model, size):
    state = {k: v for k, v in model.state_dict().items() if not k.endswith("num_batches_tracked")}
    for place, (name, tensor) in enumerate(state.items()):
        tensor.copy_(fill(place, name, tuple(tensor.shape)))
    steps = numpy.arange(size, dtype=numpy.float64)
    picture = numpy.sin((steps[None, :] * size + steps[:, None]) * 0.05).astype(numpy.float32)
    batch = torch.from_numpy(picture)[None, None].expand(1, 3, size, size)
    with torch.no_grad():
        return [float(v) for v in model(batch)[0]]


def main(folder):
    lines = []
    golden = {"torchvision": torchvision.__version__.split("+")[0], "logits": {}}
    for stock, (name, size) in MODELS.items():
        for key, value in build(name, 1000).state_dict().items():
            if not key.endswith("num_batches_tracked"):
                lines.append(f"{stock} {key} {'x'.join(str(n) for n in value.shape)}")
        if size:
            golden["logits"][stock] = {"size": size, "values": logits(build(name, CLASSES), size)}
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as out:
        out.write(("\n".join(lines) + "\n").encode())
    (folder / "torchvision-parameters.txt.gz").write_bytes(buffer.getvalue())
    (folder / "torchvision-logits.json").write_text(json.dumps(golden, indent=1) + "\n")


main(Path(sys.argv[1]))
