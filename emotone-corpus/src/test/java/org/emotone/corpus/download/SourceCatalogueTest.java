package org.emotone.corpus.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.emotone.corpus.CorpusReader;
import org.emotone.corpus.reader.Corpora;
import org.junit.jupiter.api.Test;

class SourceCatalogueTest {
  private final SourceCatalogue catalogue = SourceCatalogue.standard();

  @Test
  void everySourceHasAReaderAndOnlyTwoReadersHaveNoSource() {
    List<String> readers = Corpora.readers().stream().map(CorpusReader::id).toList();
    List<String> sources = catalogue.sources().stream().map(CorpusSource::id).toList();
    assertThat(readers).containsAll(sources);
    assertThat(readers)
        .as("EmoSpeech (Indian): no official page of it could be verified; own: the user has it")
        .filteredOn(id -> !sources.contains(id))
        .containsExactly("emospeech", "own");
  }

  @Test
  void everySourceSaysItsTermsItsPageAndWhatToCite() {
    assertThat(catalogue.sources())
        .allSatisfy(
            source -> {
              assertThat(source.licence().name()).isNotBlank();
              assertThat(source.licence().terms()).endsWith(".").hasSizeGreaterThan(20);
              assertThat(source.page().getScheme()).startsWith("http");
              assertThat(source.citation()).hasSizeGreaterThan(20);
            });
  }

  @Test
  void whatMustBeFetchedByHandSaysWhereAndWhatThen() {
    List<CorpusSource> manual =
        catalogue.sources().stream().filter(source -> !source.direct()).toList();
    assertThat(manual)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            source ->
                assertThat(source.instructions()).contains("http").contains("`emotone corpus "));
  }

  @Test
  void theSpeechOfRavdessHasItsPublishedSizeAndSum() {
    Download.File speech = (Download.File) catalogue.byId("ravdess").downloads().get(0);
    assertThat(speech.name()).isEqualTo("Audio_Speech_Actors_01-24.zip");
    assertThat(speech.size()).isEqualTo(208_468_073);
    assertThat(speech.checksum()).hasToString("md5:bc696df654c87fed845eb13823edef8a");
  }

  @Test
  void archivesThatWouldMixTheirNamesGoToFoldersOfTheirOwn() {
    assertThat(catalogue.byId("emovdb").downloads())
        .hasSize(18)
        .extracting(download -> ((Download.File) download).into())
        .doesNotHaveDuplicates();
  }

  @Test
  void anUnknownNameGetsTheListOfThoseThatThereAre() {
    assertThatThrownBy(() -> catalogue.byId("ravdes"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'ravdes'; there are aesdd, ased,");
  }

  @Test
  void aMisspeltFieldOfACatalogueIsRefused() {
    String json = "[{\"id\": \"x\", \"titel\": \"X\"}]";
    assertThatThrownBy(
            () ->
                SourceCatalogue.read(
                    new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(IOException.class);
  }

  @Test
  void sumsAreReadAsTheHostsWriteThem() {
    String hex = "0123456789ABCDEF0123456789abcdef";
    assertThat(Checksum.of("md5:" + hex)).isEqualTo(Checksum.of("MD5:" + hex));
    assertThat(Checksum.of("SHA-1:" + hex + "01234567").algorithm())
        .isEqualTo(Checksum.Algorithm.SHA1);
    assertThatThrownBy(() -> Checksum.of("md5:123")).hasMessageContaining("32 hexadecimal digits");
    assertThatThrownBy(() -> Checksum.of("crc:123")).hasMessageContaining("expected md5:");
  }
}
