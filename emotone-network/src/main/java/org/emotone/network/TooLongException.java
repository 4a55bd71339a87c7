package org.emotone.network;

/** Thrown when an input is longer than the one length that a network takes. */
public final class TooLongException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  TooLongException(String message) {
    super(message);
  }
}
