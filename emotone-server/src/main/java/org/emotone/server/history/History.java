package org.emotone.server.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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

  private static final String COLUMNS =
      "insert into recognition (id, created, name, name_lower, model, emotion, confidence, certain, seconds, "
          + "has_timeline, audio_kept, heard) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String LIST =
      "select r.id, r.created, r.name, r.emotion, r.confidence, r.certain, r.seconds, r.model, r.has_timeline, "
          + "r.audio_kept, (select f.label from feedback f where f.recognition = r.id order by f.id desc limit 1) "
          + "as feedback from recognition r where 1 = 1";

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
      database.transact(connection -> insert(connection, entry));
    } catch (RuntimeException e) {
      audio.delete(id);
      throw e;
    }
    return entry;
  }

  private static int insert(Connection connection, Entry entry) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(COLUMNS)) {
      Heard heard = entry.heard();
      insert.setString(1, entry.id());
      insert.setLong(2, entry.created().toEpochMilli());
      insert.setString(3, entry.name());
      insert.setString(4, entry.name().toLowerCase(Locale.ROOT));
      insert.setString(5, heard.recognition().model());
      insert.setString(6, heard.recognition().best().label());
      insert.setDouble(7, heard.recognition().best().probability());
      insert.setBoolean(8, heard.recognition().certain());
      insert.setDouble(9, heard.recognition().duration());
      insert.setBoolean(10, heard.timeline() != null);
      insert.setBoolean(11, entry.audioKept());
      insert.setString(12, HeardCodec.write(heard));
      return insert.executeUpdate();
    }
  }

  /** A recognition; empty if there is none of this id. */
  public Optional<Entry> find(String id) {
    return database.transact(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select created, name, audio_kept, heard from recognition where id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new Entry(
                          id,
                          Instant.ofEpochMilli(row.getLong(1)),
                          row.getString(2),
                          row.getBoolean(3),
                          HeardCodec.read(row.getString(4))))
                  : Optional.empty();
            }
          }
        });
  }

  /** Recognitions that are looked for, the newest first. */
  public List<Summary> list(Search search) {
    StringBuilder sql = new StringBuilder(LIST);
    List<Object> values = new ArrayList<>();
    if (search.words() != null) {
      String literal =
          search
              .words()
              .toLowerCase(Locale.ROOT)
              .replace("!", "!!")
              .replace("%", "!%")
              .replace("_", "!_");
      and(sql, values, " and r.name_lower like ? escape '!'", "%" + literal + "%");
    }
    and(sql, values, " and r.emotion = ?", search.emotion());
    and(sql, values, " and r.certain = ?", search.certain());
    and(
        sql,
        values,
        " and r.created >= ?",
        search.from() == null ? null : search.from().toEpochMilli());
    and(sql, values, " and r.created < ?", search.to() == null ? null : search.to().toEpochMilli());
    and(sql, values, " and r.id < ?", search.after());
    and(sql, values, " order by r.id desc limit ?", search.limit());
    return database.transact(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
              select.setObject(i + 1, values.get(i));
            }
            return summaries(select);
          }
        });
  }

  private static void and(
      StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
    if (value != null) {
      sql.append(condition);
      values.add(value);
    }
  }

  private static List<Summary> summaries(PreparedStatement select) throws SQLException {
    List<Summary> summaries = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        summaries.add(
            new Summary(
                row.getString(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getDouble(5),
                row.getBoolean(6),
                row.getDouble(7),
                row.getString(8),
                row.getBoolean(9),
                row.getBoolean(10),
                row.getString(11)));
      }
    }
    return summaries;
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
    boolean deleted =
        database.transact(
                connection -> update(connection, "delete from recognition where id = ?", id))
            > 0;
    audio.delete(id);
    return deleted;
  }

  /** Deletes everything; says how many recognitions there were. */
  public int deleteAll() {
    int deleted = database.transact(connection -> update(connection, "delete from recognition"));
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
    return database.transact(
            connection ->
                update(
                    connection,
                    "insert into feedback (id, recognition, created, label, speaker) "
                        + "select ?, r.id, ?, ?, ? from recognition r where r.id = ?",
                    feedback.id(),
                    feedback.created().toEpochMilli(),
                    feedback.label(),
                    feedback.speaker(),
                    feedback.recognition()))
        > 0;
  }

  /**
   * Feedback, the newest first.
   *
   * @param recognition only of this; null for all
   */
  public List<Feedback> feedback(@Nullable String recognition) {
    String where = recognition == null ? "" : " where recognition = ?";
    return database.transact(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select id, recognition, created, label, speaker from feedback"
                      + where
                      + " order by id desc")) {
            if (recognition != null) {
              select.setString(1, recognition);
            }
            List<Feedback> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                Instant created = Instant.ofEpochMilli(row.getLong(3));
                all.add(
                    new Feedback(
                        row.getString(1),
                        row.getString(2),
                        created,
                        row.getString(4),
                        row.getString(5)));
              }
            }
            return all;
          }
        });
  }

  private Set<String> withAudio() {
    return database.transact(
        connection -> {
          Set<String> ids = new HashSet<>();
          try (PreparedStatement select =
                  connection.prepareStatement("select id from recognition where audio_kept");
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              ids.add(row.getString(1));
            }
          }
          return ids;
        });
  }

  private static int update(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
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
