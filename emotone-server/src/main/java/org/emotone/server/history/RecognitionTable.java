package org.emotone.server.history;

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
import org.jspecify.annotations.Nullable;

/** Recognitions as rows. Values of clients are parameters of statements, and never part of them. */
final class RecognitionTable {

  private static final String INSERT =
      "insert into recognition (id, created, name, name_lower, model, emotion, confidence, certain, seconds, "
          + "has_timeline, audio_kept, heard) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String LIST =
      "select r.id, r.created, r.name, r.emotion, r.confidence, r.certain, r.seconds, r.model, r.has_timeline, "
          + "r.audio_kept, (select f.label from feedback f where f.recognition = r.id order by f.id desc limit 1) "
          + "as feedback from recognition r where 1 = 1";

  private RecognitionTable() {}

  static int insert(Connection connection, Entry entry) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
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

  static Optional<Entry> find(Connection connection, String id) throws SQLException {
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
  }

  static List<Summary> list(Connection connection, Search search) throws SQLException {
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
    try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      return summaries(select);
    }
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

  static Set<String> withAudio(Connection connection) throws SQLException {
    Set<String> ids = new HashSet<>();
    try (PreparedStatement select =
            connection.prepareStatement("select id from recognition where audio_kept");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ids.add(row.getString(1));
      }
    }
    return ids;
  }

  static int delete(Connection connection, String id) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from recognition where id = ?")) {
      delete.setString(1, id);
      return delete.executeUpdate();
    }
  }

  static int deleteAll(Connection connection) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement("delete from recognition")) {
      return delete.executeUpdate();
    }
  }
}
