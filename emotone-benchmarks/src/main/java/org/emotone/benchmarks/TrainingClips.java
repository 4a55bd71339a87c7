package org.emotone.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.reader.Corpora;
import org.emotone.features.FeatureMatrix;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.Examples;
import org.emotone.training.recipe.Recipe;

/**
 * Clips that {@code training_side_by_side.py} trains on with every library alike: log-mel features
 * from the cache, cut to or padded with zeros to {@value #FRAMES} frames, in one file of 32-bit
 * floats {@code [clip][frame][band]} that each library reads; beside it the classes, a byte each.
 */
final class TrainingClips {

  static final int FRAMES = 200;
  static final int BANDS = 64;
  static final int CLASSES = 8;

  private TrainingClips() {}

  /**
   * Writes the first clips of RAVDESS, taken evenly from all that it has.
   *
   * @param ravdess folder of the corpus
   * @param recipe whose front-end and classes are used
   * @param clips how many
   */
  static void write(Path ravdess, Recipe recipe, int clips, Path file)
      throws IOException, InterruptedException {
    List<Utterance> all = Corpora.byId("ravdess").read(ravdess).utterances();
    List<Utterance> chosen = new ArrayList<>();
    for (int i = 0; i < clips; i++) {
      chosen.add(all.get((int) ((long) i * all.size() / clips)));
    }
    List<FeatureMatrix> matrices =
        FeatureCache.ofUser()
            .load(chosen, recipe.frontEnd(), FeatureCache.Progress.SILENT)
            .matrices();
    ByteBuffer values =
        ByteBuffer.allocate(clips * FRAMES * BANDS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    byte[] classes = new byte[clips];
    LabelScheme scheme = recipe.labels().toScheme();
    for (int i = 0; i < clips; i++) {
      float[] clip = matrices.get(i).values();
      for (int k = 0; k < FRAMES * BANDS; k++) {
        values.putFloat(k < clip.length ? clip[k] : 0);
      }
      classes[i] = (byte) scheme.indexOf(chosen.get(i)).orElseThrow();
    }
    Files.write(file, values.array());
    Files.write(classesOf(file), classes);
  }

  /** Reads what {@link #write} wrote. */
  static Examples read(Path file) throws IOException {
    byte[] classes = Files.readAllBytes(classesOf(file));
    ByteBuffer values = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<FeatureMatrix> matrices = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    int[] labels = new int[classes.length];
    for (int i = 0; i < classes.length; i++) {
      float[] clip = new float[FRAMES * BANDS];
      values.asFloatBuffer().get(i * clip.length, clip);
      matrices.add(new FeatureMatrix(clip, FRAMES, BANDS));
      ids.add("clip " + i);
      labels[i] = classes[i];
    }
    return new Examples(matrices, labels, ids);
  }

  private static Path classesOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".classes");
  }
}
