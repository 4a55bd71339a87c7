package org.emotone.corpus.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes a report for programs: {@code errors}, {@code warnings} and {@code remarks} (counts),
 * {@code corpora}, {@code split} (null without one) and {@code findings}. Each finding has a {@code
 * type} (the name of its record), {@code severity}, {@code message}, {@code remedy} and {@code
 * files}, and beside them the components of its record.
 */
public final class AuditJson {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(new SimpleModule().addSerializer(Path.class, ToStringSerializer.instance))
          .setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS)
          .enable(SerializationFeature.INDENT_OUTPUT);

  private AuditJson() {}

  /** The report as a JSON object. */
  public static String write(AuditReport report) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("errors", report.count(Severity.ERROR));
    json.put("warnings", report.count(Severity.WARNING));
    json.put("remarks", report.count(Severity.INFO));
    json.set("corpora", MAPPER.valueToTree(report.corpora()));
    json.set("split", MAPPER.valueToTree(report.split()));
    ArrayNode findings = json.putArray("findings");
    report.findings().forEach(finding -> findings.add(node(finding)));
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode node(Finding finding) {
    ObjectNode node = MAPPER.createObjectNode();
    String name = finding.getClass().getSimpleName();
    node.put("type", name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
    node.put("severity", finding.severity().id());
    node.put("message", finding.message());
    node.put("remedy", finding.remedy());
    ArrayNode files = node.putArray("files");
    finding.files().forEach(file -> files.add(file.toString()));
    ObjectNode details = MAPPER.valueToTree(finding);
    details.remove(java.util.List.of("files", "file"));
    node.setAll(details);
    return node;
  }
}
