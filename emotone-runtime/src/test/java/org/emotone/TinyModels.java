package org.emotone;

import java.util.Collections;
import java.util.List;
import org.emotone.features.FrontEnd;
import org.emotone.features.Gemaps;
import org.emotone.features.Length;
import org.emotone.features.Normalisation;
import org.emotone.features.gemaps.GemapsSet;
import org.emotone.features.scaling.LinearScaler;
import org.jspecify.annotations.Nullable;

/** Tiny models for tests in other packages. */
public final class TinyModels {

  /** Coefficients of its input. */
  public static final int BANDS = TinyModel.BANDS;

  /** Its classes. */
  public static final List<String> CLASSES = TinyModel.CLASSES;

  private TinyModels() {}

  /** A model that hears 20 to 100 frames at a time. */
  public static ModelBundle bundle() {
    return TinyModel.bundle();
  }

  /** A model that hears a clip as one row, whose eighth value speaks for its second class. */
  public static ModelBundle functionals(boolean scaled) {
    int size = GemapsSet.GEMAPS_V01B.size();
    @Nullable LinearScaler scaler =
        scaled
            ? new LinearScaler(Collections.nCopies(size, 0.0), Collections.nCopies(size, 1.0))
            : null;
    FrontEnd frontEnd =
        FrontEnd.of(
                16_000,
                null,
                new Gemaps(GemapsSet.GEMAPS_V01B),
                Normalisation.NONE,
                Length.of(1, 1, null, null, null))
            .withScaler(scaler);
    Manifest tiny = TinyModel.manifest(0.5);
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT_VERSION,
            "row",
            CLASSES,
            frontEnd,
            tiny.calibration(),
            tiny.uncertainBelow(),
            tiny.corpora(),
            tiny.protocol(),
            tiny.split(),
            tiny.metrics(),
            tiny.provenance());
    return new ModelBundle(manifest, TinyModel.network(size, CLASSES.size()), "# Row\n");
  }
}
