package org.emotone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ManifestTest {

  private static final String JSON = TinyModel.manifest(0.5).toJson();

  @Test
  void jsonHoldsEverythingAndComesBackTheSame() {
    assertThat(Manifest.fromJson(JSON)).isEqualTo(TinyModel.manifest(0.5));
    assertThat(Manifest.fromJson(JSON).toJson()).isEqualTo(JSON);
  }

  @Test
  void metricsAreWrittenInTheOrderOfTheirNames() {
    assertThat(JSON.indexOf("accuracy")).isPositive().isLessThan(JSON.indexOf("uar"));
  }

  @Test
  void emotionsHaveTheClassOfTheirNameOrThatOfTheLabelMap() {
    Manifest plain = TinyModel.manifest(0.5);
    assertThat(plain.classOf("sad")).isEqualTo("sad");
    assertThat(plain.classOf("boredom")).isNull();
    Manifest mapped =
        Manifest.fromJson(
            JSON.replace("\"labelMap\" : { }", "\"labelMap\" : {\"boredom\": \"sad\"}"));
    assertThat(mapped.classOf("boredom")).isEqualTo("sad");
    assertThat(mapped.classOf("happy")).isNull();
    assertThat(Manifest.fromJson(mapped.toJson())).isEqualTo(mapped);
  }

  @Test
  void faultsAreNamed() {
    assertRefused("\"labelMap\" : { }", "\"labelMap\" : {\"sad\": \"gloomy\"}", "labelMap.sad");
    assertRefused("\"tested\"", "\"tasted\"", "tested");
    assertRefused("\"split\"", "\"spilt\"", "manifest: unknown key \"spilt\"; allowed are adapt");
    assertRefused("\"name\"", "\"title\"", "manifest: name is missing");
    assertRefused("\"happy\"", "\"sad\"", "classes must differ");
    assertRefused("\"temperature\" : 1.5", "\"temperature\" : 0", "temperature must be from 0.01");
    assertRefused("\"uncertainBelow\" : 0.5", "\"uncertainBelow\" : 2", "uncertainBelow must be");
    assertRefused("\"seed\" : 42", "\"seed\" : 4.2", "provenance.seed");
    assertRefused("\"seed\" : 42,", "", "provenance.seed is missing");
    assertRefused("2026-01-31T12:00:00Z", "yesterday", "created must be a time such as");
    assertRefused("\"bands\" : 8", "\"bands\" : 9999", "bands must be from 1 to 512, was 9999");
    assertRefused("\"tiny\"", "null", "name: null stands where a value is needed");
    assertRefused("\"tiny\"", "\"ti\\nny\"", "name must be on one line");
    assertRefused("\"uar\" : 0.625", "\"uar\" : null", "metrics.uar must be a number");
    assertRefused("\"formatVersion\" : 1", "\"formatVersion\" : 0", "format version 0");
    assertRefused("\"sad\"", "null", "classes");
  }

  private static void assertRefused(String part, String other, String message) {
    assertThat(JSON).contains(part);
    assertThatThrownBy(() -> Manifest.fromJson(JSON.replace(part, other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
