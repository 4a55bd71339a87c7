package org.emotone.report.explore;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import org.emotone.audio.WavWriter;
import org.emotone.corpus.Utterance;
import org.emotone.report.drawing.ColourMap;
import org.emotone.report.drawing.Svg;

/** Writes examples as cards with a player and pictures over which a line runs while it plays. */
final class ExamplesHtml {

  private final Exploration exploration;
  private final StringBuilder out = new StringBuilder(1 << 20);

  ExamplesHtml(Exploration exploration) {
    this.exploration = exploration;
  }

  String html() throws IOException {
    out.append("<p class=\"intro\">")
        .append("A typical clip of each emotion and sex: the one nearest to the mean of all of its")
        .append(" kind. The waveform fills its height; pictures show the loudest ")
        .append((int) ExamplePictures.RANGE_DB)
        .append(" dB, one column for 10 ms, dark is quiet; MFCC run from the 1st (bottom) to the")
        .append(" 19th, each standardised.</p>\n");
    if (exploration.options().audio()) {
      out.append("<p class=\"lesson\">Listen before you train: if you cannot hear the emotion, ask")
          .append(" yourself what a model hears instead.</p>\n");
    }
    out.append("<div class=\"cards\">\n");
    for (Example example : exploration.examples()) {
      card(example);
    }
    return out.append("</div>").toString();
  }

  private void card(Example example) throws IOException {
    Utterance clip = example.clip().utterance();
    String who = clip.emotion().id() + ", " + sex(example);
    ExamplePictures pictures = ExamplePictures.of(example.sound());
    out.append("<article class=\"card\" aria-label=\"")
        .append(Svg.escape(who))
        .append("\"><h3><span class=\"swatch b-")
        .append(Emotions.ink(clip.emotion()).id())
        .append("\"></span>")
        .append(Svg.escape(who))
        .append("</h3>\n<p class=\"meta\">")
        .append(Svg.escape(meta(example)))
        .append("</p>\n");
    if (exploration.options().audio()) {
      out.append("<audio controls preload=\"metadata\" aria-label=\"")
          .append(Svg.escape("Listen: " + who))
          .append("\" src=\"data:audio/wav;base64,")
          .append(wav(example))
          .append("\"></audio>\n");
    }
    out.append("<div class=\"strips\">");
    strip("waveform", Svg.stretched(pictures.waveform(), "Waveform of " + who));
    strip("spectrogram, 0 to 8 kHz", image(pictures.spectrogram(), "Spectrogram of " + who));
    strip("64 mel bands", image(pictures.mel(), "Mel bands of " + who));
    strip("MFCC", image(pictures.mfcc(), "MFCC of " + who));
    out.append("<span class=\"cursor\" aria-hidden=\"true\"></span></div></article>\n");
  }

  private void strip(String name, String picture) {
    out.append("<span class=\"strip-name\">")
        .append(name)
        .append("</span><div class=\"strip\">")
        .append(picture)
        .append("</div>");
  }

  static String sex(Example example) {
    return switch (example.clip().sex()) {
      case "women" -> "a woman";
      case "men" -> "a man";
      default -> "sex not stated";
    };
  }

  private static String meta(Example example) {
    Utterance clip = example.clip().utterance();
    String strength = clip.intensity() == null ? "" : ", " + clip.intensity();
    return String.format(
        Locale.ROOT,
        "%s, speaker %s%s, %.1f s; typical of %s",
        clip.name(),
        clip.speaker().substring(clip.speaker().indexOf(':') + 1),
        strength,
        example.sound().duration(),
        Counts.plural(example.peers(), "clip"));
  }

  private static String image(BufferedImage image, String alt) {
    return "<img alt=\"%s\" src=\"data:image/png;base64,%s\">"
        .formatted(Svg.escape(alt), Base64.getEncoder().encodeToString(ColourMap.png(image)));
  }

  private static String wav(Example example) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    WavWriter.write(bytes, example.sound());
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
