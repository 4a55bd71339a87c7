package org.emotone.training.run;

import java.util.Map;
import java.util.TreeMap;
import org.emotone.Manifest;
import org.emotone.corpus.label.LabelBy;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.label.Labelling;
import org.jspecify.annotations.Nullable;

/** What clips are to a model. */
public final class ModelLabels {

  private ModelLabels() {}

  /** The classes of a model as a scheme that clips can be looked up in. */
  public static LabelScheme of(Manifest manifest) {
    Map<String, String> table = new TreeMap<>(manifest.labelMap());
    if (table.isEmpty()) {
      manifest.classes().forEach(name -> table.put(name, name));
    }
    @Nullable String by = manifest.labelBy();
    return new LabelScheme(
        manifest.name(),
        manifest.classes(),
        Labelling.of(by == null ? LabelBy.EMOTION : LabelBy.of(by), table));
  }
}
