package org.emotone.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {

  record Inner(@JsonProperty(required = true) String name) {}

  record Outer(
      @JsonProperty(required = true) Inner inner,
      @JsonProperty(required = true) int count,
      @Nullable String note,
      List<Inner> more) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'inner':null,'count':1}|inner: null stands where a value is needed",
        "{'inner':{'name':null},'count':1}|inner.name: null stands where a value is needed",
        "{'inner':{'name':'a'},'count':null}|count: null stands where a value is needed",
        "{'inner':{'name':'a'},'count':1,'more':[{'name':null}]}|null stands where a value is",
        "{'inner':{'name':'a'}}|count",
        "{'inner':{'name':'a'},'count':1,'cuont':2}|unknown key \"cuont\"",
        "{'inner':{'name':'a'},'count':'1'}|count",
        "{'inner':{'name':'a'},'count':1.5}|count",
        "{'inner':{'name':'a'},'count':1} {}|Trailing",
      })
  void saysWhatIsWrongAndWhere(String json, String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StrictJson.read("body", json.replace('\'', '"'), Outer.class))
        .withMessageStartingWith("body")
        .withMessageContaining(words);
  }

  @Test
  void letsWhatIsNotRequiredBeNull() {
    Outer read =
        StrictJson.read(
            "body", "{\"inner\":{\"name\":\"a\"},\"count\":1,\"note\":null}", Outer.class);
    assertThat(read).isEqualTo(new Outer(new Inner("a"), 1, null, read.more()));
  }
}
