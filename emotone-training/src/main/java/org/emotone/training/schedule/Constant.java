package org.emotone.training.schedule;

/** The highest rate throughout. */
public record Constant() implements Schedule {

  @Override
  public double factor(Moment moment) {
    return 1;
  }
}
