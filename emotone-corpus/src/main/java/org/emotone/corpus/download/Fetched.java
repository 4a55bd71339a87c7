package org.emotone.corpus.download;

import java.nio.file.Path;

/**
 * A file that is here, complete.
 *
 * @param file where it is
 * @param bytes its size
 * @param sha256 its sum, lower-case hexadecimal
 * @param verified whether it has the sum that its publisher states
 */
public record Fetched(Path file, long bytes, String sha256, boolean verified) {}
