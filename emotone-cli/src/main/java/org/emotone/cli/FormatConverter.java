package org.emotone.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import org.emotone.output.TimelineFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The forms of output by their names. */
final class FormatConverter implements ITypeConverter<TimelineFormat>, Iterable<String> {

  @Override
  public TimelineFormat convert(String name) {
    return TimelineFormat.byId(name)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + name + "' is no form of output; there are " + names()));
  }

  private static String names() {
    return Arrays.stream(TimelineFormat.values())
        .map(TimelineFormat::id)
        .collect(Collectors.joining(", "));
  }

  /** The candidates that completion and help show. */
  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(TimelineFormat.values()).map(TimelineFormat::id).iterator();
  }
}
