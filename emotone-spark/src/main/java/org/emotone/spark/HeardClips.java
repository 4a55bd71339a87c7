package org.emotone.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import org.apache.spark.sql.Row;

/** The rows of one clip after the other, each heard when its rows are asked for. */
final class HeardClips implements Iterator<Row> {

  private final Iterator<Clip> clips;
  private final Writing writing;
  private Iterator<Row> rows = Collections.emptyIterator();

  HeardClips(Iterator<Clip> clips, Writing writing) {
    this.clips = clips;
    this.writing = writing;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext() || clips.hasNext();
  }

  @Override
  public Row next() {
    if (!rows.hasNext()) {
      try {
        rows = writing.of(clips.next()).iterator();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return rows.next();
  }
}
