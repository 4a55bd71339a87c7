package org.emotone.corpus.download;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One file to fetch.
 *
 * @param url where it is
 * @param name where it goes: a path relative to the corpus' folder, with {@code /}
 * @param size its bytes, -1 if not published
 * @param checksum its published sum, null if there is none
 */
public record RemoteFile(URI url, String name, long size, @Nullable Checksum checksum) {}
