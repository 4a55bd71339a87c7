package org.emotone.training.classical;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is computed when it is first needed, and then shared; for one thread. */
final class Later<T> {

  private final Supplier<T> supplier;
  private @Nullable T value;

  Later(Supplier<T> supplier) {
    this.supplier = supplier;
  }

  T get() {
    T known = value;
    if (known == null) {
      known = supplier.get();
      value = known;
    }
    return known;
  }
}
