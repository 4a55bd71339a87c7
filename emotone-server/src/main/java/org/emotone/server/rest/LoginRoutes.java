package org.emotone.server.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import org.emotone.server.guard.Tokens;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;

/** Exchanges the token for a cookie, for browsers. */
final class LoginRoutes {

  private final Gate gate;
  private final Tokens tokens;

  /** Logs in and out. */
  LoginRoutes(Gate gate, Tokens tokens) {
    this.gate = gate;
    this.tokens = tokens;
  }

  record Login(@JsonProperty(required = true) String token) {}

  /** Adds the routes. */
  void mount(RoutesConfig routes) {
    routes.post("/v1/login", this::login);
    routes.post("/v1/logout", this::logout);
  }

  private void login(Context context) {
    Requests.only(context);
    Login login = Requests.body(context, Login.class);
    try {
      cookie(context, tokens.login(login.token()), (int) Tokens.SESSION.toSeconds());
    } catch (ProblemException e) {
      if (e.code() == ProblemCode.UNAUTHORIZED) {
        gate.wrongToken(context);
      }
      throw e;
    }
    context.status(204);
  }

  private void logout(Context context) {
    Requests.only(context);
    tokens.logout(context.cookie(Gate.COOKIE));
    cookie(context, "", 0);
    context.status(204);
  }

  private void cookie(Context context, String value, int seconds) {
    Cookie cookie = new Cookie(Gate.COOKIE, value);
    cookie.setPath("/");
    cookie.setMaxAge(seconds);
    cookie.setHttpOnly(true);
    cookie.setSecure(gate.secure(context));
    cookie.setSameSite(SameSite.STRICT);
    context.cookie(cookie);
  }
}
