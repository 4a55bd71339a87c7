package org.emotone.training.adapt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotone.Adaptation;
import org.emotone.Calibration;
import org.emotone.Manifest;
import org.emotone.ModelBundle;
import org.emotone.Recognizer;
import org.emotone.cue.NeutralVoice;
import org.emotone.features.FeatureMatrix;
import org.emotone.network.OnnxLastLayer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a model for one voice or channel out of a model and a few clips of it.
 *
 * @param method what is changed
 * @param strength how strongly the model is held near to what it was, above 0
 */
public record Adapter(AdaptationMethod method, double strength) {

  private static final double LEAST = 1e-30;

  /** How many of the clips a model recognises. */
  public record Check(int before, int after) {}

  /** A method with the strength that was chosen for it. */
  public Adapter(AdaptationMethod method) {
    this(method, method.strength());
  }

  /** The method that suits a model: its last layer where it has one that can be changed. */
  public static AdaptationMethod suited(ModelBundle model) {
    try {
      OnnxLastLayer.of(model.network());
      return AdaptationMethod.LAST_LAYER;
    } catch (IllegalArgumentException e) {
      return AdaptationMethod.BIAS;
    }
  }

  /**
   * What a model makes of a clip, to learn from it.
   *
   * @param features of the whole clip
   * @param label index of the class that it belongs to
   * @throws IllegalArgumentException if the method does not fit the model, saying which does
   */
  public AdaptationClip hear(Recognizer recognizer, FeatureMatrix features, int label) {
    double[] logits = logits(recognizer.clipProbabilities(features));
    if (method == AdaptationMethod.BIAS) {
      return new AdaptationClip(new float[0], logits, label);
    }
    try {
      return new AdaptationClip(recognizer.clipEmbedding(features), logits, label);
    } catch (UnsupportedOperationException e) {
      throw unfit(recognizer.model().manifest(), String.valueOf(e.getMessage()), e);
    }
  }

  private static IllegalArgumentException unfit(Manifest manifest, String why, Throwable cause) {
    return new IllegalArgumentException(
        "model %s has no last layer that could be adapted (%s); --method bias works for every model"
            .formatted(manifest.name(), why),
        cause);
  }

  /** Calibrated probabilities as logits, up to a constant. */
  static double[] logits(double[] probabilities) {
    double[] logits = new double[probabilities.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = Math.log(Math.max(LEAST, probabilities[i]));
    }
    return logits;
  }

  /** The change that suits some clips, at least one. */
  public LayerChange fit(List<AdaptationClip> clips) {
    return new Refit(strength, method == AdaptationMethod.LAST_LAYER).fit(clips);
  }

  /** How many clips are recognised before, and after by what the others teach. */
  public Check check(List<AdaptationClip> clips) {
    int before = 0;
    int after = 0;
    for (AdaptationClip clip : clips) {
      List<AdaptationClip> others = new ArrayList<>(clips);
      others.remove(clip);
      before += best(clip.logits()) == clip.label() ? 1 : 0;
      double[] changed =
          others.isEmpty() ? clip.logits() : fit(others).apply(clip.embedding(), clip.logits());
      after += best(changed) == clip.label() ? 1 : 0;
    }
    return new Check(before, after);
  }

  private static int best(double[] logits) {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      best = logits[i] > logits[best] ? i : best;
    }
    return best;
  }

  /**
   * The model after a change.
   *
   * @param model what is adapted
   * @param change null to leave the answers as they are
   * @param voice the voice's own neutral speech, null if there is none
   * @param adaptation where it comes from
   * @param name of the new model
   * @throws IllegalArgumentException if the method does not fit the model
   */
  public ModelBundle adapted(
      ModelBundle model,
      @Nullable LayerChange change,
      @Nullable NeutralVoice voice,
      Adaptation adaptation,
      String name) {
    Manifest from = model.manifest();
    byte[] network = model.network();
    Calibration calibration = from.calibration();
    if (change != null && method == AdaptationMethod.BIAS) {
      calibration = biased(calibration, change);
    } else if (change != null) {
      network = relayered(model, change);
    }
    Manifest manifest =
        new Manifest(
            from.formatVersion(),
            name,
            from.classes(),
            from.labelMap(),
            from.labelBy(),
            from.frontEnd(),
            calibration,
            from.uncertainBelow(),
            from.corpora(),
            "not measured: adapted to a voice, from " + adaptation.from(),
            from.split(),
            Map.of(),
            from.provenance(),
            voice == null ? from.neutralVoices() : List.of(voice),
            adaptation,
            from.guard());
    return new ModelBundle(manifest, network, model.card() + section(adaptation));
  }

  /** Logits are divided by the temperature after the bias: what is added after it grows by it. */
  private static Calibration biased(Calibration calibration, LayerChange change) {
    List<Double> bias = new ArrayList<>();
    for (int i = 0; i < change.bias().length; i++) {
      double before = calibration.bias() == null ? 0 : calibration.bias().get(i);
      double after = before + calibration.temperature() * change.bias()[i];
      bias.add(Math.max(-100, Math.min(100, after)));
    }
    return new Calibration(calibration.temperature(), bias);
  }

  private static byte[] relayered(ModelBundle model, LayerChange change) {
    double temperature = model.manifest().calibration().temperature();
    OnnxLastLayer layer;
    try {
      layer = OnnxLastLayer.of(model.network());
    } catch (IllegalArgumentException e) {
      throw unfit(model.manifest(), String.valueOf(e.getMessage()), e);
    }
    float[][] weights = layer.weights();
    float[] bias = layer.bias();
    for (int unit = 0; unit < bias.length; unit++) {
      bias[unit] += (float) (temperature * change.bias()[unit]);
      for (int i = 0; i < weights[unit].length; i++) {
        weights[unit][i] += (float) (temperature * change.weights()[unit][i]);
      }
    }
    return layer.replaced(weights, bias);
  }

  private static String section(Adaptation adaptation) {
    return """

        ## Adapted to a voice

        This model was made of %s on %s: %s.
        Clips: %s (their SHA-256 sums are in the manifest). Figures elsewhere in this card are those of
        the model before; after the adaptation it was not measured on anything but these clips. It suits
        the voice and the channel of the clips, and others less.
        """
        .formatted(
            adaptation.from(), adaptation.created(), adaptation.method(), adaptation.clips());
  }
}
