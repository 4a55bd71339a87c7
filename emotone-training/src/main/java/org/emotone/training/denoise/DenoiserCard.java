package org.emotone.training.denoise;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotone.Denoiser;
import org.emotone.corpus.Corpus;
import org.emotone.network.SequenceNetwork;
import org.emotone.training.engine.SequenceEpoch;
import org.emotone.training.engine.SequenceResult;

/** What a denoiser's file and its card say of it. */
record DenoiserCard(
    DenoiserRecipe recipe,
    List<Corpus> corpora,
    Voices train,
    Voices validation,
    SequenceNetwork network,
    SequenceResult result) {

  /** The metadata with the speakers that the model learned from or was chosen by. */
  static final String HEARD = "emotone.heard";

  /** The metadata of the ONNX file. */
  Map<String, String> metadata() {
    Map<String, String> words = new TreeMap<>();
    words.put(Denoiser.NAME, recipe.name());
    words.put(Denoiser.KIND, recipe.method() instanceof Method.Mask ? "mask" : "windows");
    if (recipe.method() instanceof Method.Windows windows) {
      words.put(Denoiser.LENGTH, Integer.toString(windows.length()));
    }
    words.put(Denoiser.CORPORA, licences("; "));
    words.put("emotone.seed", Long.toString(recipe.seed()));
    words.put("emotone.parameters", Long.toString(network.size()));
    words.put(HEARD, String.join(",", heard()));
    return words;
  }

  private String licences(String between) {
    return corpora.stream()
        .map(corpus -> corpus.id() + " (" + corpus.licence() + ")")
        .collect(Collectors.joining(between));
  }

  private TreeSet<String> heard() {
    return Stream.concat(train.all().stream(), validation.all().stream())
        .map(voice -> voice.clip().speaker())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The card, in Markdown. */
  String text(int bytes) {
    SequenceEpoch best = Objects.requireNonNull(result.best(), "no epoch ended");
    String noises = recipe.noises().stream().map(NoiseKind::id).collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        """
        # Denoiser %s

        %s

        - What it does: %s
        - Network: %,d parameters, %,d bytes of ONNX, computed on clips at 16 kHz
        - Trained on: %d clips of %s, mixed anew in each step with noise (%s) at %.0f to %.0f dB
        - Chosen by: %d clips of speakers that it did not learn from; validation loss %.4f (%s) after epoch %d of %d
        - Seed: %d
        - Never heard: %s
        - What it gains, and what it does to emotion: docs/denoising.md

        The licences of the corpora bind whoever uses the model as far as they reach; it is not for telling what somebody meant to hide in noise.
        """,
        recipe.name(),
        recipe.description(),
        recipe.method() instanceof Method.Mask
            ? "gains of 0 to 1 for each point of a spectrogram (frames of 32 ms, one each 16 ms)"
            : "clean windows of samples for noisy ones",
        network.size(),
        bytes,
        train.all().size(),
        licences(", "),
        noises,
        recipe.snrDb().get(0),
        recipe.snrDb().get(1),
        validation.all().size(),
        best.validationLoss(),
        recipe.method() instanceof Method.Mask ? "dB of distortion" : "binary cross-entropy",
        best.epoch(),
        recipe.training().epochs(),
        recipe.seed(),
        String.join(", ", recipe.test()));
  }
}
