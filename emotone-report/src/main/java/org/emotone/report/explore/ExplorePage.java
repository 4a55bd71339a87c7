package org.emotone.report.explore;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.votes.CrowdVotes;
import org.emotone.report.drawing.Canvas;
import org.emotone.report.drawing.ColourMap;
import org.emotone.report.drawing.Picture;
import org.emotone.report.drawing.Svg;

/**
 * Writes an exploration as one page that needs nothing else, {@code explore.html}, and its charts
 * as pictures in {@code png}.
 */
public final class ExplorePage {

  private static final double PICTURE_WIDTH = 860;

  /** What the beginning of the page repeats, in this order. */
  private static final List<String> HEADLINES =
      List.of("neighbours", "emotions", "tsne-corpus", "speakers", "pitch", "energy", "recall");

  private final Exploration exploration;
  private final List<Section> sections;

  /** A page. */
  public ExplorePage(Exploration exploration) {
    this.exploration = exploration;
    sections = sections(exploration);
  }

  private static List<Section> sections(Exploration exploration) {
    List<Section> sections = new ArrayList<>();
    sections.add(HoldingsSection.of(exploration));
    sections.add(SoundSection.of(exploration));
    sections.add(VoiceSection.of(exploration));
    Embedding embedding = exploration.embedding();
    if (embedding != null) {
      sections.add(EmbeddingSection.of(exploration, embedding));
    }
    CrowdVotes votes = exploration.votes();
    if (votes != null && VotesSection.has(votes, exploration.clips())) {
      sections.add(VotesSection.of(votes, exploration.clips()));
    }
    return sections;
  }

  /** The charts, in their order. */
  public List<Figure> figures() {
    return sections.stream().flatMap(section -> section.figures().stream()).toList();
  }

  /**
   * Writes the page and the pictures into a folder, which is made; files of those names are
   * replaced.
   *
   * @return the page
   */
  public Path write(Path folder) throws IOException {
    Path pictures = folder.resolve("png");
    Files.createDirectories(pictures);
    for (Figure figure : figures()) {
      BufferedImage picture = Picture.of(figure.chart().draw(PICTURE_WIDTH), figure.title());
      Canvas.write(picture, pictures.resolve(figure.id() + ".png"));
    }
    for (Example example : exploration.examples()) {
      write(example, pictures);
    }
    Path page = folder.resolve("explore.html");
    Files.writeString(page, html());
    return page;
  }

  private static void write(Example example, Path folder) throws IOException {
    String name =
        "example-%s-%s-"
            .formatted(
                example.clip().utterance().emotion().id(), example.clip().sex().replace(' ', '-'));
    ExamplePictures pictures = ExamplePictures.of(example.sound());
    Canvas.write(Picture.of(pictures.waveform(), "Waveform"), folder.resolve(name + "wave.png"));
    Files.write(folder.resolve(name + "spectrogram.png"), ColourMap.png(pictures.spectrogram()));
    Files.write(folder.resolve(name + "mel.png"), ColourMap.png(pictures.mel()));
    Files.write(folder.resolve(name + "mfcc.png"), ColourMap.png(pictures.mfcc()));
  }

  /** The page. */
  String html() throws IOException {
    StringBuilder out = new StringBuilder(1 << 20);
    String title = "A look at " + exploration.name();
    out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .append("<link rel=\"icon\" href=\"data:,\">\n<title>")
        .append(Svg.escape(title))
        .append("</title>\n<style>\n")
        .append(Svg.styleSheet())
        .append(resource("explore.css"))
        .append("</style></head>\n<body>\n<a class=\"skip\" href=\"#main\">To the content</a>\n");
    header(out);
    navigation(out);
    out.append("<main id=\"main\">\n");
    inShort(out);
    for (Section section : sections) {
      write(section, out);
      if (section.id().equals("recordings")) {
        new ExamplesHtml(exploration, out).write();
      }
    }
    Gaps.write(exploration, out);
    out.append("</main>\n");
    footer(out);
    out.append("<script>\n").append(resource("explore.js")).append("</script>\n</body></html>\n");
    return out.toString();
  }

  private void header(StringBuilder out) {
    out.append("<header><p class=\"eyebrow\">Emotone · a look at the data</p>\n<h1>")
        .append(Svg.escape(exploration.name()))
        .append("</h1>\n<ul class=\"corpora\">");
    for (Corpus corpus : exploration.corpora()) {
      out.append("<li><strong>")
          .append(Svg.escape(corpus.title()))
          .append("</strong> <span>")
          .append(Svg.escape(corpus.licence()))
          .append("</span></li>");
    }
    out.append("</ul>\n<dl class=\"tiles\">");
    List<Clip> clips = exploration.clips();
    double hours = clips.stream().mapToDouble(clip -> clip.figures().seconds()).sum() / 3600;
    tile("clips", Counts.number(clips.size()), out);
    tile("hours", String.format(Locale.ROOT, hours < 0.1 ? "%.3f" : "%.1f", hours), out);
    tile("speakers", speakers(), out);
    tile("emotions", distinct(clip -> clip.utterance().emotion().id()), out);
    tile("sentences", sentences(), out);
    tile("languages", distinct(clip -> clip.utterance().language()), out);
    tile("not read", Gaps.words(exploration), out);
    out.append("</dl></header>\n");
  }

  private static void tile(String name, String value, StringBuilder out) {
    out.append("<div><dt>").append(name).append("</dt><dd>").append(value).append("</dd></div>");
  }

  private String distinct(Function<Clip, String> label) {
    return Counts.number(exploration.clips().stream().map(label).distinct().count());
  }

  private String speakers() {
    boolean known = exploration.clips().stream().anyMatch(c -> c.utterance().speakerKnown());
    return known ? distinct(clip -> clip.utterance().speaker()) : "not stated";
  }

  private String sentences() {
    long known =
        exploration.clips().stream()
            .map(clip -> clip.utterance().sentence())
            .filter(Objects::nonNull)
            .distinct()
            .count();
    return known == 0 ? "not stated" : Counts.number(known);
  }

  private void navigation(StringBuilder out) {
    out.append(
        "<nav aria-label=\"Parts of the page\"><ul><li><a href=\"#short\">In short</a></li>");
    for (Section section : sections) {
      out.append("<li><a href=\"#%s\">%s</a></li>".formatted(section.id(), section.title()));
      if (section.id().equals("recordings")) {
        out.append("<li><a href=\"#examples\">What it sounds like</a></li>");
      }
    }
    out.append("<li><a href=\"#gaps\">What could not be read</a></li></ul></nav>\n");
  }

  private void inShort(StringBuilder out) {
    out.append("<section id=\"short\"><h2>In short</h2>\n<ul class=\"lessons\">");
    for (String id : HEADLINES) {
      figures().stream()
          .filter(figure -> figure.id().equals(id))
          .forEach(
              figure ->
                  out.append("<li><a href=\"#%s\">".formatted(id))
                      .append(Svg.escape(figure.lesson()))
                      .append("</a></li>\n"));
    }
    out.append("</ul></section>\n");
  }

  private static void write(Section section, StringBuilder out) {
    out.append("<section id=\"%s\"><h2>%s</h2>\n".formatted(section.id(), section.title()))
        .append("<p class=\"intro\">")
        .append(Svg.escape(section.introduction()))
        .append("</p>\n<div class=\"figures\">\n");
    section.figures().forEach(figure -> FigureHtml.write(figure, out));
    out.append("</div></section>\n");
  }

  private void footer(StringBuilder out) {
    out.append("<footer><h2>How it was measured</h2>\n<p>")
        .append(Svg.escape(Method.words(exploration)))
        .append("</p>\n");
    if (exploration.options().audio()) {
      out.append(
          "<p>This page holds clips of the corpora, so their licences go for it as well.</p>");
    }
    out.append("</footer>\n");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ExplorePage.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
