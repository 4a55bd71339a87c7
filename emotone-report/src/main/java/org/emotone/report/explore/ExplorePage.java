package org.emotone.report.explore;

import java.awt.image.BufferedImage;
import java.io.IOException;
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
import org.emotone.report.page.Figure;
import org.emotone.report.page.Page;
import org.emotone.report.page.Section;

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
    Page page = new Page("Emotone · a look at the data", exploration.name());
    page.style(Page.resource(ExplorePage.class, "explore.css"));
    page.script(Page.resource(ExplorePage.class, "explore.js"));
    header(page);
    page.inShort(headlines());
    for (Section section : sections) {
      page.add(section);
      if (section.id().equals("recordings")) {
        page.add("examples", "What it sounds like", new ExamplesHtml(exploration).html());
      }
    }
    page.add("gaps", "What could not be read", Gaps.html(exploration));
    foot(page);
    return page.html();
  }

  private void header(Page page) {
    StringBuilder corpora = new StringBuilder("<ul class=\"corpora\">");
    for (Corpus corpus : exploration.corpora()) {
      corpora
          .append("<li><strong>")
          .append(Svg.escape(corpus.title()))
          .append("</strong> <span>")
          .append(Svg.escape(corpus.licence()))
          .append("</span></li>");
    }
    page.lead(corpora.append("</ul>").toString());
    List<Clip> clips = exploration.clips();
    double hours = clips.stream().mapToDouble(clip -> clip.figures().seconds()).sum() / 3600;
    page.tile("clips", Counts.number(clips.size()))
        .tile("hours", String.format(Locale.ROOT, hours < 0.1 ? "%.3f" : "%.1f", hours))
        .tile("speakers", speakers())
        .tile("emotions", distinct(clip -> clip.utterance().emotion().id()))
        .tile("sentences", sentences())
        .tile("languages", distinct(clip -> clip.utterance().language()))
        .tile("not read", Gaps.words(exploration));
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

  private List<Figure> headlines() {
    return HEADLINES.stream()
        .flatMap(id -> figures().stream().filter(figure -> figure.id().equals(id)))
        .toList();
  }

  private void foot(Page page) {
    page.foot("<h2>How it was measured</h2>\n<p>" + Svg.escape(Method.words(exploration)) + "</p>");
    if (exploration.options().audio()) {
      page.foot(
          "<p>This page holds clips of the corpora, so their licences go for it as well.</p>");
    }
  }
}
