package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.emotone.Calibration;
import org.emotone.Manifest;
import org.emotone.ModelBundle;
import org.emotone.Provenance;
import org.emotone.TrainingCorpus;
import org.emotone.features.FrontEnd;
import org.emotone.network.Channels;
import org.emotone.network.Dense;
import org.emotone.network.Network;
import org.emotone.network.OnnxExporter;
import org.emotone.network.Sequential;
import org.emotone.network.StatisticsPool;

/** A model that learned nothing, for tests of everything around it. */
final class UntrainedModel {

  static final List<String> CLASSES = List.of("neutral", "happy", "sad", "angry");

  private UntrainedModel() {}

  /** Writes one with the first weights that a seed draws. */
  static Path write(Path file) throws IOException {
    Network network =
        new Network(
            Sequential.of(new Channels(), new StatisticsPool(), new Dense(CLASSES.size())),
            FrontEnd.SPEECH.coefficients(),
            CLASSES.size());
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT_VERSION,
            "untrained",
            CLASSES,
            FrontEnd.SPEECH,
            new Calibration(1),
            0.3,
            List.of(new TrainingCorpus("ravdess", "CC BY-NC-SA 4.0", 60, List.of("ravdess:01"))),
            "speaker-independent",
            null,
            Map.of("uar", 0.25),
            new Provenance(null, 7, "none.yaml", "2026-01-31T12:00:00Z", "0.1.0", network.size()));
    byte[] onnx = OnnxExporter.export(network, network.initial(7), Map.of());
    ModelBundle model = new ModelBundle(manifest, onnx, "# Untrained\n\nKnows nothing.\n");
    model.write(file);
    LicenceNote.first(model, Places.home());
    return file;
  }
}
