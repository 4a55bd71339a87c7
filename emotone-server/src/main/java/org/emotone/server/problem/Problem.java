package org.emotone.server.problem;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A problem as clients get it (RFC 9457, {@code application/problem+json}).
 *
 * @param type {@code urn:emotone:problem:} and the code
 * @param title what it is in a few words, the same for all problems of the code
 * @param status the HTTP status
 * @param code the stable code
 * @param detail what was found, what was expected and what to do
 * @param requestId what the server calls the request
 */
@JsonPropertyOrder({"type", "title", "status", "code", "detail", "requestId"})
public record Problem(
    String type, String title, int status, String code, String detail, String requestId) {

  /** The media type. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem of a request. */
  public static Problem of(ProblemCode code, String detail, String requestId) {
    String type = "urn:emotone:problem:" + code.id();
    return new Problem(type, code.title(), code.status(), code.id(), detail, requestId);
  }
}
