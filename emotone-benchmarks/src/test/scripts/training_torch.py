"""The PyTorch half of training_side_by_side.py: trains an epoch for each line on standard input.

    python training_torch.py CLIPS NETWORK [channels_last]

The networks are those of src/main/resources/org/emotone/benchmarks, as a user of PyTorch writes them.
"""

import sys
import time

import numpy as np
import torch
from torch import nn

FRAMES, BANDS, CLASSES, BATCH = 200, 64, 8, 32


class Block(nn.Module):
    """Two convolutions and a shortcut."""

    def __init__(self, inputs, filters, stride):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(inputs, filters, 3, stride, 1, bias=False), nn.BatchNorm2d(filters), nn.ReLU(),
            nn.Conv2d(filters, filters, 3, 1, 1, bias=False), nn.BatchNorm2d(filters))
        self.shortcut = nn.Sequential(
            nn.Conv2d(inputs, filters, 1, stride, bias=False), nn.BatchNorm2d(filters))

    def forward(self, x):
        return torch.relu(self.body(x) + self.shortcut(x))


class Cnn2d(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(1, 24, (3, 5), (1, 2), (1, 2), bias=False), nn.BatchNorm2d(24), nn.ReLU(),
            Block(24, 32, (2, 2)), Block(32, 64, (2, 2)), Block(64, 128, (2, 1)))
        self.head = nn.Linear(256, CLASSES)

    def forward(self, x):
        x = self.layers(x.transpose(1, 2).unsqueeze(1))
        variance, mean = torch.var_mean(x, (2, 3), correction=0)
        return self.head(torch.cat([mean, variance.clamp_min(1e-5).sqrt()], 1))


class Blstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(BANDS, 128, 2, batch_first=True, bidirectional=True)
        self.head = nn.Linear(256, CLASSES)

    def forward(self, x):
        return self.head(self.lstm(x)[0].mean(1))


class CnnTransformer(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv1d(BANDS, 128, 5, 2, 2, bias=False), nn.BatchNorm1d(128), nn.ReLU())
        layer = nn.TransformerEncoderLayer(128, 4, 256, 0.1, batch_first=True)
        self.encoder = nn.TransformerEncoder(layer, 2)
        self.head = nn.Linear(128, CLASSES)
        steps = torch.arange(FRAMES // 2).unsqueeze(1)
        rates = torch.exp(torch.arange(0, 128, 2) * (-np.log(10000.0) / 128))
        places = torch.stack([torch.sin(steps * rates), torch.cos(steps * rates)], 2).flatten(1)
        self.register_buffer("places", places)

    def forward(self, x):
        x = self.stem(x.transpose(1, 2)).transpose(1, 2) + self.places
        return self.head(self.encoder(x).mean(1))


def main():
    clips, network = sys.argv[1:3]
    torch.manual_seed(1)
    x = torch.from_numpy(np.fromfile(clips, "<f4").reshape(-1, FRAMES, BANDS))
    y = torch.from_numpy(np.fromfile(clips + ".classes", np.uint8).astype(np.int64))
    model = {"cnn2d": Cnn2d, "blstm": Blstm, "cnnTransformer": CnnTransformer}[network]()
    if "channels_last" in sys.argv:
        model = model.to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(model.parameters(), lr=0.001, weight_decay=0.01)
    criterion = nn.CrossEntropyLoss()
    model.train()
    print(sum(p.numel() for p in model.parameters()), torch.get_num_threads(), flush=True)
    for _ in sys.stdin:
        start, processor = time.perf_counter(), time.process_time()
        total = 0.0
        for batch in torch.randperm(len(x)).split(BATCH):
            optimiser.zero_grad(set_to_none=True)
            loss = criterion(model(x[batch]), y[batch])
            loss.backward()
            optimiser.step()
            total += loss.item() * len(batch)
        print(f"{time.perf_counter() - start:.6f} {time.process_time() - processor:.6f} {total / len(x):.4f}", flush=True)


main()
