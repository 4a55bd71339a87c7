package org.emotone.server.stream;

/** Where messages to a client go: its connection of the moment. */
interface Outlet {

  /**
   * Sends a text; one that cannot be sent any more is lost, and comes again if the client resumes.
   */
  void send(String text);

  /**
   * Ends the connection.
   *
   * @param code of RFC 6455, such as 1000
   */
  void close(int code, String reason);
}
