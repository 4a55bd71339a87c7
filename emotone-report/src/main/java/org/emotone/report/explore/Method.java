package org.emotone.report.explore;

import java.util.Locale;
import org.emotone.report.embedding.Tsne;

/** How everything was measured, for those who want to know or to do it again. */
final class Method {

  private Method() {}

  static String words(Exploration exploration) {
    Tsne tsne = Tsne.STANDARD;
    return String.format(
        Locale.ROOT,
        "Levels are of the mean of the channels at the file's own rate. All else is measured at 16"
            + " kHz: frames of 25 ms every 10 ms, silent if %.0f dB or more below the clip's"
            + " loudest; pitch by YIN (60 to 600 Hz, 40 ms, threshold"
            + " 0.3); 20 MFCC of 64 mel bands, over"
            + " the frames that are not silent. Neighbours are those in Euclidean distance of the"
            + " %d standardised figures; silhouettes are the mean over all clips (Rousseeuw 1987)."
            + " t-SNE by Barnes and Hut's approximation: perplexity %.0f, %d steps, θ %.1f, begun"
            + " with the principal components. Seed %d; the same data gives the same page.",
        ClipMeasurement.SILENCE_DB,
        ClipMeasurement.features(),
        tsne.perplexity(),
        tsne.iterations(),
        tsne.theta(),
        exploration.options().seed());
  }
}
