package org.emotone.corpus.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Folder;
import org.emotone.corpus.Rejected;
import org.emotone.corpus.Utterance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListeningTest {

  private static final int RATE = 8000;

  private final Path root;

  ListeningTest(@TempDir Path root) {
    this.root = root;
  }

  /** Three seconds: a tone, silence, a tone. */
  @BeforeEach
  void recordings() throws IOException {
    float[] samples = new float[3 * RATE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = i / RATE == 1 ? 0 : (float) (0.5 * Math.sin(0.3 * i));
    }
    WavWriter.write(root.resolve("talk.wav"), new Waveform(samples, RATE));
    Folder.text(root.resolve("broken.wav"), "this is no audio");
  }

  private Import listened(String rows) throws CorpusException {
    Folder.text(root.resolve("manifest.csv"), "path,label,speaker,start,end\n" + rows);
    return Import.of(root, ImportOptions.DEFAULTS).listen(done -> {});
  }

  private static List<String> of(Import found, Import.Severity severity) {
    return found.findings().stream()
        .filter(finding -> finding.severity() == severity)
        .map(Import.Finding::words)
        .filter(words -> !words.contains("can hardly be learned"))
        .toList();
  }

  @Test
  void whatCannotBeDecodedOrBeginsAfterTheEndLeavesTheCorpusWithAnError() throws CorpusException {
    Import found = listened("talk.wav,sad,a,,\nbroken.wav,sad,a,,\ntalk.wav,angry,b,3.5,4\n");

    assertThat(found.complete()).isFalse();
    assertThat(found.corpus().utterances()).extracting(Utterance::id).containsExactly("talk");
    assertThat(of(found, Import.Severity.ERROR))
        .hasSize(2)
        .anyMatch(words -> words.startsWith("error: broken: ") && words.contains("broken.wav"))
        .contains(
            "error: talk#3.5-4.0: the clip begins at 3.5 s, but the recording has only 3.00 s");
    assertThat(found.corpus().rejected())
        .extracting(Rejected::kind)
        .containsOnly(Rejected.Kind.UNREADABLE);
  }

  @Test
  void silentShortAndOverlongPartsAreWarnings() throws CorpusException {
    Import found =
        listened(
            """
            talk.wav,sad,a,1.2,1.8
            talk.wav,angry,b,2.5,4
            talk.wav,sad,b,0,0.1
            talk.wav,sad,b,0,3.04
            """);

    assertThat(found.complete()).isTrue();
    assertThat(of(found, Import.Severity.WARNING))
        .containsExactlyInAnyOrder(
            "warning: talk#1.2-1.8: is silent (no sample above -60 dB)",
            "warning: talk#2.5-4.0: the clip ends at 4.0 s, but the recording has only 3.00 s and is"
                + " taken to its end",
            "warning: talk#0.0-0.1: lasts 0.10 s, in which there is hardly a syllable");
  }

  @Test
  void everyFileIsDecodedOnce() throws CorpusException {
    Folder.text(
        root.resolve("manifest.csv"),
        "path,label,start,end\ntalk.wav,sad,0,1\ntalk.wav,sad,2,3\nbroken.wav,sad,,\n");
    Import found = Import.of(root, ImportOptions.DEFAULTS);
    List<Integer> progress = new ArrayList<>();
    found.listen(progress::add);
    assertThat(found.files()).isEqualTo(2);
    assertThat(progress).containsExactly(1, 2);
  }

  @Test
  void recordingsOfWhichNoneCanBeUsedAreAnError() {
    assertThatThrownBy(() -> listened("broken.wav,sad,a,,\n"))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining(": none of the recordings can be used; ")
        .hasMessageContaining("broken.wav");
  }
}
