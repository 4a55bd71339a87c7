package org.emotone.network;

/** Thrown when an input is shorter than a window that must fit into it. */
public final class TooShortException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  TooShortException(String message) {
    super(message);
  }
}
