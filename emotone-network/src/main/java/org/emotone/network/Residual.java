package org.emotone.network;

import org.jspecify.annotations.Nullable;

/**
 * The sum of two branches (He et al., 2016).
 *
 * @param body the branch that computes
 * @param shortcut what the input passes through on its way around, null for nothing; needed where
 *     the body changes the shape
 */
public record Residual(Layer body, @Nullable Layer shortcut) implements Layer {

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    T around =
        shortcut == null ? input : shortcut.forward(operations, scope.child("shortcut"), input);
    return operations.add(body.forward(operations, scope.child("body"), input), around);
  }
}
