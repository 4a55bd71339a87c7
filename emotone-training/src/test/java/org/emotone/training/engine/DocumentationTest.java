package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentationTest {

  private static final Pattern FRAGMENT = Pattern.compile("(?s)```yaml\n(.*?)```");

  @Test
  void everyFragmentOfTheGuideIsReadAsItStands() throws Exception {
    Matcher matcher = FRAGMENT.matcher(Files.readString(Path.of("..", "docs", "training.md")));
    YAMLMapper yaml = new YAMLMapper();
    yaml.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    List<TrainerOptions> read = new ArrayList<>();
    while (matcher.find()) {
      read.add(yaml.readValue(matcher.group(1), TrainerOptions.class));
    }
    assertThat(read).hasSize(7).doesNotContain(TrainerOptions.DEFAULTS);
  }
}
