package org.emotone.server.problem;

import java.util.Locale;

/** Why a request was not fulfilled; programs go by the code, which stays the same. */
public enum ProblemCode {
  /** The request cannot be understood. */
  BAD_REQUEST(400, "The request cannot be understood"),
  /** A field, parameter or part that does not exist. */
  UNKNOWN_FIELD(400, "Unknown field"),
  /** A value out of its range. */
  INVALID_VALUE(400, "Invalid value"),
  /** An upload without a recording. */
  MISSING_FILE(400, "No recording"),
  /** What was uploaded is no audio. */
  NOT_AUDIO(415, "Not an audio file"),
  /** Audio in a format or codec that is not read. */
  UNSUPPORTED_AUDIO(415, "Unsupported audio"),
  /** The recording ends too early. */
  TRUNCATED_AUDIO(422, "Truncated audio"),
  /** The recording is damaged. */
  DAMAGED_AUDIO(422, "Damaged audio"),
  /** A recording without samples. */
  EMPTY_AUDIO(422, "Empty recording"),
  /** A recording beyond a limit other than its size: length, channels, rate, expansion. */
  AUDIO_LIMIT(413, "The recording exceeds a limit"),
  /** A request body beyond its limit. */
  TOO_LARGE(413, "Too large"),
  /** No token, or not the right one. */
  UNAUTHORIZED(401, "A token is needed"),
  /** A page of another origin wants to change something. */
  CROSS_ORIGIN(403, "Not from another origin"),
  /** The request is for a host that this server is not. */
  WRONG_HOST(421, "Wrong host"),
  /** There is no such thing. */
  NOT_FOUND(404, "Not found"),
  /** There is such a thing, but not with this method. */
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  /** A body of another kind than expected. */
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  /** What was asked for needs a timeline, and there is none. */
  NO_TIMELINE(409, "No timeline"),
  /** The model's classes do not allow this view. */
  VIEW_IMPOSSIBLE(409, "View not possible"),
  /** What was asked for needs audio that was not kept. */
  AUDIO_NOT_KEPT(404, "The audio was not kept"),
  /** Too many requests by one client. */
  RATE_LIMITED(429, "Too many requests"),
  /** More work than the server can do. */
  OVERLOADED(503, "The server is busy"),
  /** The client sends too slowly. */
  TOO_SLOW(408, "The request comes too slowly"),
  /** The work took longer than allowed. */
  TIMED_OUT(503, "It took too long"),
  /** The server is shutting down. */
  DRAINING(503, "The server is shutting down"),
  /** The database cannot be reached. */
  STORAGE_UNAVAILABLE(503, "The history cannot be reached"),
  /** The disk is full. */
  DISK_FULL(507, "The disk is full"),
  /** A fault of the server. */
  INTERNAL(500, "A fault of the server");

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The code as clients see it, such as {@code not_audio}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The HTTP status, 400 to 599. */
  public int status() {
    return status;
  }

  /** What it is in a few words, the same for all requests. */
  public String title() {
    return title;
  }
}
