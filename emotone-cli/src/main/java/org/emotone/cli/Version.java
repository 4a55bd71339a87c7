package org.emotone.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of Emotone and of the Java that runs it. */
public final class Version implements IVersionProvider {

  /** Picocli makes one by reflection. */
  public Version() {}

  /** Emotone's version as its jar states it, or {@code development} outside of a jar. */
  public static String emotone() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "emotone " + emotone(),
      "Java %s (%s), %s %s"
          .formatted(
              System.getProperty("java.version"),
              System.getProperty("java.vendor"),
              System.getProperty("os.name"),
              System.getProperty("os.arch"))
    };
  }
}
