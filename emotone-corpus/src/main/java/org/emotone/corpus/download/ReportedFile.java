package org.emotone.corpus.download;

/**
 * A file of a finished download.
 *
 * @param name its name, relative to the corpus' folder
 * @param bytes its size
 * @param sha256 its sum, lower-case hexadecimal
 * @param verification what is known of that sum
 */
public record ReportedFile(String name, long bytes, String sha256, Verification verification) {}
