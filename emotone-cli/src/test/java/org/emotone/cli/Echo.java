package org.emotone.cli;

/** A program that prints its arguments, for tests that need one to start. */
public final class Echo {

  private Echo() {}

  /** Prints the arguments. */
  public static void main(String... arguments) {
    System.out.println(String.join(" ", arguments));
  }
}
