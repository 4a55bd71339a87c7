package org.emotone.training.adapt;

import java.util.List;

/**
 * Fits a change of the last dense layer to a few clips: multinomial logistic regression whose
 * weights are held near the original ones, minimising the sum over clips of the cross-entropy plus
 * {@code strength / 2} times the squared size of the change (the "regularised adaptation" of Li and
 * Bilmes, "Regularized adaptation of discriminative classifiers", ICASSP 2006).
 *
 * <p>Embeddings are centred on the mean of the clips and scaled by their mean squared length, so
 * that a strength means the same for every model. As there are fewer clips than inputs, the change
 * is sought as a combination of the clips (the dual form).
 *
 * @param strength of the hold, above 0; more changes less
 * @param weights whether weights may change, or only the bias of each class
 */
public record Refit(double strength, boolean weights) {

  private static final int MOST_STEPS = 2000;
  private static final double SMALL = 1e-7;

  /** Checks the strength. */
  public Refit {
    if (!(strength > 0 && strength <= 1e6)) {
      throw new IllegalArgumentException("strength must be in (0, 1000000], was " + strength);
    }
  }

  /**
   * The change that suits some clips.
   *
   * @param clips at least one, of one model
   */
  public LayerChange fit(List<AdaptationClip> clips) {
    if (clips.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one clip");
    }
    int inputs = weights ? clips.get(0).embedding().length : 0;
    double[] mean = mean(clips, inputs);
    double[][] centred = centred(clips, mean);
    double scale = scale(centred);
    double[][] kernel = kernel(centred, scale);
    double[][] dual = solve(clips, kernel);
    return change(dual, centred, mean, scale);
  }

  private static double[] mean(List<AdaptationClip> clips, int inputs) {
    double[] mean = new double[inputs];
    for (AdaptationClip clip : clips) {
      for (int i = 0; i < inputs; i++) {
        mean[i] += clip.embedding()[i] / (double) clips.size();
      }
    }
    return mean;
  }

  private static double[][] centred(List<AdaptationClip> clips, double[] mean) {
    double[][] centred = new double[clips.size()][mean.length];
    for (int clip = 0; clip < centred.length; clip++) {
      for (int i = 0; i < mean.length; i++) {
        centred[clip][i] = clips.get(clip).embedding()[i] - mean[i];
      }
    }
    return centred;
  }

  private static double scale(double[][] centred) {
    double sum = 0;
    for (double[] row : centred) {
      sum += dot(row, row) / centred.length;
    }
    return sum > 0 ? sum : 1;
  }

  /** Products of the clips, and 1 for the bias that they share. */
  private static double[][] kernel(double[][] centred, double scale) {
    double[][] kernel = new double[centred.length][centred.length];
    for (int a = 0; a < centred.length; a++) {
      for (int b = 0; b < centred.length; b++) {
        kernel[a][b] = 1 + dot(centred[a], centred[b]) / scale;
      }
    }
    return kernel;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Gradient steps in the space of the change, whose length is safe for any clips. */
  private double[][] solve(List<AdaptationClip> clips, double[][] kernel) {
    int classes = clips.get(0).logits().length;
    double[][] dual = new double[clips.size()][classes];
    double step = 1 / (strength + 0.5 * trace(kernel));
    for (int round = 0; round < MOST_STEPS; round++) {
      double largest = 0;
      double[][] gradients = new double[dual.length][];
      for (int clip = 0; clip < dual.length; clip++) {
        gradients[clip] = gradient(clips.get(clip), dual, kernel[clip], dual[clip]);
      }
      for (int clip = 0; clip < dual.length; clip++) {
        for (int label = 0; label < classes; label++) {
          double move = step * gradients[clip][label];
          dual[clip][label] -= move;
          largest = Math.max(largest, Math.abs(move));
        }
      }
      if (largest < SMALL) {
        break;
      }
    }
    return dual;
  }

  private double[] gradient(AdaptationClip clip, double[][] dual, double[] products, double[] own) {
    double[] logits = clip.logits().clone();
    for (int other = 0; other < dual.length; other++) {
      for (int label = 0; label < logits.length; label++) {
        logits[label] += products[other] * dual[other][label];
      }
    }
    double[] gradient = softmax(logits);
    gradient[clip.label()] -= 1;
    for (int label = 0; label < gradient.length; label++) {
      gradient[label] += strength * own[label];
    }
    return gradient;
  }

  private static double trace(double[][] kernel) {
    double trace = 0;
    for (int i = 0; i < kernel.length; i++) {
      trace += kernel[i][i];
    }
    return trace;
  }

  private static LayerChange change(
      double[][] dual, double[][] centred, double[] mean, double scale) {
    int classes = dual[0].length;
    double[][] weights = new double[classes][mean.length];
    double[] bias = new double[classes];
    for (int label = 0; label < classes; label++) {
      for (int clip = 0; clip < dual.length; clip++) {
        bias[label] += dual[clip][label];
        for (int i = 0; i < mean.length; i++) {
          weights[label][i] += dual[clip][label] * centred[clip][i] / scale;
        }
      }
      bias[label] -= dot(weights[label], mean);
    }
    return new LayerChange(weights, bias);
  }

  /** The plain softmax. */
  static double[] softmax(double[] logits) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    double[] powers = new double[logits.length];
    for (int i = 0; i < powers.length; i++) {
      powers[i] = Math.exp(logits[i] - largest);
      sum += powers[i];
    }
    for (int i = 0; i < powers.length; i++) {
      powers[i] /= sum;
    }
    return powers;
  }
}
