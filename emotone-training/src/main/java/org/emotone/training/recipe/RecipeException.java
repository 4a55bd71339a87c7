package org.emotone.training.recipe;

/** A recipe that cannot be used; the message is one line that says where, what and why. */
public final class RecipeException extends Exception {

  private static final long serialVersionUID = 1L;

  /** An error in one line. */
  public RecipeException(String message) {
    super(message);
  }

  /** An error in one line, with what caused it. */
  public RecipeException(String message, Throwable cause) {
    super(message, cause);
  }
}
