package org.emotone;

import java.util.List;

/** The tiny model for tests in other packages. */
public final class TinyModels {

  /** Coefficients of its input. */
  public static final int BANDS = TinyModel.BANDS;

  /** Its classes. */
  public static final List<String> CLASSES = TinyModel.CLASSES;

  private TinyModels() {}

  /** The model, which hears 20 to 100 frames at a time. */
  public static ModelBundle bundle() {
    return TinyModel.bundle();
  }
}
