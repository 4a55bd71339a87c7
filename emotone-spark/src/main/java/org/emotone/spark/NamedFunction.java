package org.emotone.spark;

import java.util.function.Function;

/** Functions that travel by name, because their class is on the class path of every machine. */
final class NamedFunction {

  private NamedFunction() {}

  /** Makes the function and applies it. */
  @SuppressWarnings("unchecked")
  static String apply(String function, String argument) throws ReflectiveOperationException {
    Class<?> type = Class.forName(function, true, Thread.currentThread().getContextClassLoader());
    Object made = type.getConstructor().newInstance();
    return ((Function<String, String>) made).apply(argument);
  }
}
