package org.emotone.corpus.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.audit.AuditReport.Audited;
import org.emotone.corpus.audit.UnusualSound.Kind;
import org.emotone.corpus.audit.UnusualSound.Measured;
import org.junit.jupiter.api.Test;

class AuditRenderingTest {

  private static final AuditReport REPORT =
      new AuditReport(
          List.of(new Audited("own", "Own clips", Path.of("own"), 3, 2, 5400)),
          new AuditReport.AuditedSplit("random split (by hand)", 1, 0, 2, "1 speaker shared"),
          List.of(
              Duplicate.of(
                  List.of(
                      ClipRef.of(Planted.own(Path.of("a.wav"), "x", Emotion.HAPPY)),
                      ClipRef.of(Planted.own(Path.of("b.wav"), "x", Emotion.SAD))),
                  false,
                  0.08),
              new UnusualSound(
                  "own",
                  Kind.SHORT,
                  0.5,
                  List.of(
                      new Measured(Path.of("c.wav"), 0.1),
                      new Measured(Path.of("d.wav"), 0.2),
                      new Measured(Path.of("e.wav"), 0.3)))));

  @Test
  void theTextNamesFindingsFilesAndRemedies() {
    assertThat(new AuditText(2).write(REPORT))
        .isEqualTo(
            """
            own: 3 clips, 2 speakers, 1.5 hours, in own
            random split (by hand)
              1 clip to learn from, 0 for validation, 2 in the test: 1 speaker shared

            error   one recording under different emotions: own:a (happy), own:b (sad), near-identical \
            (8 % of the bits differ)
                      a.wav
                      b.wav
                    > Listen, keep the clip whose label is right, and remove the others; remove all if \
            you cannot tell.

            warning own: 3 clips shorter than 0.50 s (0.10 s)
                      c.wav
                      d.wav
                      and 1 more
                    > Listen to them, and remove those that were cut off.

            1 error, 1 warning, 0 remarks
            """);
  }

  @Test
  void theTextCanDoWithoutFiles() {
    assertThat(new AuditText(0).write(REPORT)).doesNotContain("a.wav").doesNotContain("more");
  }

  @Test
  void theJsonHoldsEverything() throws IOException {
    JsonNode json = new ObjectMapper().readTree(AuditJson.write(REPORT));
    assertThat(json.at("/errors").intValue()).isEqualTo(1);
    assertThat(json.at("/corpora/0/root").textValue()).isEqualTo("own");
    assertThat(json.at("/split/overlap").textValue()).isEqualTo("1 speaker shared");
    JsonNode duplicate = json.at("/findings/0");
    assertThat(duplicate.at("/type").textValue()).isEqualTo("duplicate");
    assertThat(duplicate.at("/severity").textValue()).isEqualTo("error");
    assertThat(duplicate.at("/conflict").textValue()).isEqualTo("emotion");
    assertThat(duplicate.at("/files/1").textValue()).isEqualTo("b.wav");
    assertThat(duplicate.at("/clips/1/emotion").textValue()).isEqualTo("sad");
    assertThat(duplicate.at("/bitError").doubleValue()).isEqualTo(0.08);
    assertThat(json.at("/findings/1/kind").textValue()).isEqualTo("short");
    assertThat(json.at("/findings/1/files").size()).isEqualTo(3);
  }

  @Test
  void theJsonOfAnAuditWithoutSplitSaysSo() throws IOException {
    AuditReport report = new AuditReport(REPORT.corpora(), null, List.of());
    JsonNode json = new ObjectMapper().readTree(AuditJson.write(report));
    assertThat(json.at("/split").isNull()).isTrue();
    assertThat(json.at("/findings").isEmpty()).isTrue();
  }
}
