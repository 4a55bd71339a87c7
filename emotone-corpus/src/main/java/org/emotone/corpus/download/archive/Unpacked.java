package org.emotone.corpus.download.archive;

/**
 * What came out of an archive.
 *
 * @param files files put into place
 * @param bytes their bytes
 * @param leftOut entries that were not wanted
 */
public record Unpacked(int files, long bytes, int leftOut) {}
