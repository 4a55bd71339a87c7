package org.emotone.server.web;

import java.util.Locale;
import java.util.function.ToIntFunction;
import org.emotone.colour.DataColour;

/** The colours of emotions, sexes and series as a style sheet of custom properties. */
final class ColourSheet {

  private ColourSheet() {}

  /**
   * The sheet: {@code --c-angry} and so on, for light grounds, and for dark ones where the page or
   * the system asks for them.
   */
  static String css() {
    String light = block(DataColour::light);
    String dark = block(DataColour::dark);
    return ":root {\n"
        + light
        + "}\n:root[data-theme=\"dark\"] {\n"
        + dark
        + "}\n@media (prefers-color-scheme: dark) {\n:root:not([data-theme=\"light\"]) {\n"
        + dark
        + "}\n}\n";
  }

  private static String block(ToIntFunction<DataColour> variant) {
    StringBuilder out = new StringBuilder();
    for (DataColour colour : DataColour.values()) {
      out.append(
          String.format(
              Locale.ROOT, "  --c-%s: #%06x;%n", colour.id(), variant.applyAsInt(colour)));
    }
    return out.toString().replace("\r", "");
  }
}
