package org.emotone.features.set;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotone.features.CoefficientMean;
import org.emotone.features.Concatenated;
import org.emotone.features.Extractor;
import org.emotone.features.Gemaps;
import org.emotone.features.GemapsContours;
import org.emotone.features.Pooled;
import org.emotone.features.WithDeltas;
import org.emotone.features.functional.Functional;
import org.emotone.features.gemaps.GemapsAnalysis;

/**
 * One column of what an extractor gives.
 *
 * @param name such as {@code mfcc_0}, counted from 0, or {@code mfcc_0_mean} of a functional; the
 *     names of eGeMAPS are openSMILE's
 * @param group the kind of feature that it belongs to: the {@code type} of a recipe such as {@code
 *     mfcc}, with {@code delta} behind it for differences, or of eGeMAPS the descriptor, such as
 *     {@code loudness}; cepstral coefficients are one group
 */
public record Coefficient(String name, String group) {

  private static final List<String> DELTAS = List.of("", "delta", "delta2");

  /** The columns of an extractor in their order, {@link Extractor#coefficients()} of them. */
  public static List<Coefficient> of(Extractor extractor) {
    if (extractor instanceof Concatenated joined) {
      return joined.parts().stream().flatMap(part -> of(part).stream()).toList();
    }
    if (extractor instanceof Pooled pooled) {
      return pooled.functionals().stream().flatMap(f -> said(f, of(pooled.of())).stream()).toList();
    }
    if (extractor instanceof WithDeltas deltas) {
      return deltas(of(deltas.of()), deltas.order());
    }
    if (extractor instanceof CoefficientMean mean) {
      String group = of(mean.of()).get(0).group();
      return List.of(new Coefficient(group + "_mean", group));
    }
    if (extractor instanceof Gemaps gemaps) {
      return gemaps.set().names().stream().map(Coefficient::ofDescriptor).toList();
    }
    if (extractor instanceof GemapsContours) {
      return GemapsAnalysis.contourNames().stream().map(Coefficient::ofDescriptor).toList();
    }
    String type = type(extractor);
    return FeatureSet.numbered(type, extractor.coefficients()).stream()
        .map(name -> new Coefficient(name, type))
        .toList();
  }

  private static List<Coefficient> said(Functional functional, List<Coefficient> of) {
    return of.stream()
        .map(each -> new Coefficient(each.name() + "_" + functional.id(), each.group()))
        .toList();
  }

  private static List<Coefficient> deltas(List<Coefficient> of, int order) {
    List<Coefficient> all = new ArrayList<>(of);
    for (String delta : DELTAS.subList(1, order + 1)) {
      of.forEach(c -> all.add(new Coefficient(c.name() + "_" + delta, c.group() + " " + delta)));
    }
    return all;
  }

  /** openSMILE's names are a descriptor, how it was smoothed, and a functional. */
  private static Coefficient ofDescriptor(String name) {
    String descriptor = name.replaceFirst("_.*", "");
    return new Coefficient(name, descriptor.replaceFirst("^mfcc\\d+V?$", "mfcc"));
  }

  /** What recipes call it. */
  private static String type(Extractor extractor) {
    return Arrays.stream(Extractor.class.getAnnotation(JsonSubTypes.class).value())
        .filter(type -> type.value() == extractor.getClass())
        .findFirst()
        .orElseThrow()
        .name();
  }
}
