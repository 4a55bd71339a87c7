package org.emotone.server.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emotone.server.recognition.Heard;
import org.emotone.server.settings.Storage;
import org.jspecify.annotations.Nullable;

/**
 * The history of recognitions, with feedback and, if switched on, audio. What it has said is kept,
 * is kept: a recognition is there as a whole or not at all, whenever the process ends. Safe for use
 * by several threads.
 */
public final class History implements AutoCloseable {

  private static final int PAGE = 500;

  private final Database database;
  private final AudioShelf audio;
  private final boolean keepAudio;

  private History(Database database, AudioShelf audio, boolean keepAudio) {
    this.database = database;
    this.audio = audio;
    this.keepAudio = keepAudio;
  }

  /**
   * Opens a history, and sweeps away audio whose recognition was never completed, or was deleted.
   *
   * @throws IOException if the folder or the database cannot be used, in a line for the operator
   */
  public static History open(Storage storage) throws IOException {
    Files.createDirectories(storage.folder());
    Database database = Database.open(storage);
    try {
      AudioShelf audio = AudioShelf.in(storage.folder().resolve("audio"));
      History history = new History(database, audio, storage.keepAudio());
      audio.sweep(history.withAudio());
      return history;
    } catch (IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Stores a recognition. Its audio is on disk, complete, before the database tells of it.
   *
   * @param upload the audio, which is taken away if audio is kept
   * @return what was stored
   * @throws IOException if the disk does not take the audio
   */
  public Entry store(String id, Instant created, String name, Heard heard, Path upload)
      throws IOException {
    Entry entry = new Entry(id, created, name, keepAudio, heard);
    if (keepAudio) {
      audio.keep(upload, id);
    }
    try {
      database.transact(connection -> RecognitionTable.insert(connection, entry));
    } catch (RuntimeException e) {
      audio.delete(id);
      throw e;
    }
    return entry;
  }

  /** A recognition; empty if there is none of this id. */
  public Optional<Entry> find(String id) {
    return database.transact(connection -> RecognitionTable.find(connection, id));
  }

  /** Recognitions that are looked for, the newest first. */
  public List<Summary> list(Search search) {
    return database.transact(connection -> RecognitionTable.list(connection, search));
  }

  /** The audio of a recognition; empty if it was not kept. */
  public Optional<Path> audio(Entry entry) {
    return entry.audioKept() ? audio.find(entry.id()) : Optional.empty();
  }

  /**
   * Deletes a recognition with its feedback and its audio.
   *
   * @return whether there was one
   */
  public boolean delete(String id) {
    boolean deleted = database.transact(connection -> RecognitionTable.delete(connection, id)) > 0;
    audio.delete(id);
    return deleted;
  }

  /** Deletes everything; says how many recognitions there were. */
  public int deleteAll() {
    int deleted = database.transact(RecognitionTable::deleteAll);
    audio.sweep(withAudio());
    return deleted;
  }

  /** Deletes what was made before a moment; says how many recognitions there were. */
  public int deleteBefore(Instant moment) {
    int deleted = 0;
    Search old = new Search(null, null, null, null, moment, null, PAGE);
    for (List<Summary> page = list(old); !page.isEmpty(); page = list(old)) {
      page.forEach(summary -> delete(summary.id()));
      deleted += page.size();
    }
    return deleted;
  }

  /** Stores feedback; false if there is no such recognition. */
  public boolean add(Feedback feedback) {
    return database.transact(connection -> FeedbackTable.insert(connection, feedback)) > 0;
  }

  /**
   * Feedback, the newest first.
   *
   * @param recognition only of this; null for all
   */
  public List<Feedback> feedback(@Nullable String recognition) {
    return database.transact(connection -> FeedbackTable.list(connection, recognition));
  }

  private Set<String> withAudio() {
    return database.transact(RecognitionTable::withAudio);
  }

  /** Whether the database answers. */
  public boolean answers() {
    return database.answers();
  }

  /** Closes the database. */
  @Override
  public void close() {
    database.close();
  }
}
