package org.emotone.server.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Feedback as rows; they go with the recognition that they are about. */
final class FeedbackTable {

  private static final String INSERT =
      "insert into feedback (id, recognition, created, label, speaker) "
          + "select ?, r.id, ?, ?, ? from recognition r where r.id = ?";

  private static final String SELECT =
      "select id, recognition, created, label, speaker from feedback";

  private FeedbackTable() {}

  /** Adds one, unless there is no such recognition; says how many were added. */
  static int insert(Connection connection, Feedback feedback) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, feedback.id());
      insert.setLong(2, feedback.created().toEpochMilli());
      insert.setString(3, feedback.label());
      insert.setString(4, feedback.speaker());
      insert.setString(5, feedback.recognition());
      return insert.executeUpdate();
    }
  }

  static List<Feedback> list(Connection connection, @Nullable String recognition)
      throws SQLException {
    String where = recognition == null ? "" : " where recognition = ?";
    List<Feedback> all = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + where + " order by id desc")) {
      if (recognition != null) {
        select.setString(1, recognition);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Instant created = Instant.ofEpochMilli(row.getLong(3));
          all.add(
              new Feedback(
                  row.getString(1), row.getString(2), created, row.getString(4), row.getString(5)));
        }
      }
    }
    return all;
  }
}
