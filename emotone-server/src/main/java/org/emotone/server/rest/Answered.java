package org.emotone.server.rest;

/**
 * What may be written down of a request: nothing that its client sent.
 *
 * @param method such as {@code GET}
 * @param route the pattern of the path, without its values
 * @param status of the answer
 * @param millis that it took
 * @param requestId what the server calls it
 */
public record Answered(String method, String route, int status, float millis, String requestId) {}
