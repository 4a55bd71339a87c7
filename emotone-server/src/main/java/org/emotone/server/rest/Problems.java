package org.emotone.server.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.emotone.server.problem.Faults;
import org.emotone.server.problem.Problem;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;

/** Answers with problems. What was not expected is told to the operator and not to the client. */
final class Problems {

  private final BiConsumer<String, Throwable> unexpected;
  private final RestOfBody restOfBody = new RestOfBody();

  /**
   * Answers with problems.
   *
   * @param unexpected hears of faults of the server: the id of the request, and what happened
   */
  Problems(BiConsumer<String, Throwable> unexpected) {
    this.unexpected = unexpected;
  }

  /** Takes over the exceptions of all handlers. */
  void mount(RoutesConfig routes) {
    routes.exception(ProblemException.class, (e, context) -> answer(context, e));
    routes.exception(HttpResponseException.class, (e, context) -> answer(context, of(e)));
    routes.exception(Exception.class, (e, context) -> answer(context, of(e, context)));
    routes.error(
        404,
        context ->
            answerIfEmpty(context, ProblemCode.NOT_FOUND, "there is nothing at this address"));
    routes.error(
        405,
        context ->
            answerIfEmpty(
                context,
                ProblemCode.METHOD_NOT_ALLOWED,
                "this address does not take " + context.method()));
  }

  private ProblemException of(Exception fault, Context context) {
    if (fault instanceof CompletionException
        && fault.getCause() instanceof ProblemException problem) {
      return problem;
    }
    if (Faults.isFull(fault)) {
      return new ProblemException(
          ProblemCode.DISK_FULL, "there is no room left on the server's disk; try again later", 60);
    }
    unexpected.accept(Requests.id(context), fault);
    return new ProblemException(
        ProblemCode.INTERNAL, "the server failed; tell its operator the id of this request");
  }

  private static ProblemException of(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> new ProblemException(ProblemCode.NOT_FOUND, "there is nothing at this address");
      case 405 ->
          new ProblemException(
              ProblemCode.METHOD_NOT_ALLOWED, "this address does not take this method");
      case 413 -> new ProblemException(ProblemCode.TOO_LARGE, "the request is too large");
      default -> new ProblemException(ProblemCode.BAD_REQUEST, "the request cannot be understood");
    };
  }

  private void answerIfEmpty(Context context, ProblemCode code, String detail) {
    if (!Problem.MEDIA_TYPE.equals(context.res().getContentType())) {
      answer(context, new ProblemException(code, detail));
    }
  }

  private void answer(Context context, ProblemException e) {
    e.retryAfter().ifPresent(seconds -> context.header("Retry-After", Integer.toString(seconds)));
    if (e.code() == ProblemCode.UNAUTHORIZED) {
      context.header("WWW-Authenticate", "Bearer realm=\"emotone\"");
    }
    restOfBody.read(context);
    Problem problem = Problem.of(e.code(), e.detail(), Requests.id(context));
    Json.answer(context, problem.status(), Problem.MEDIA_TYPE, json -> json.writeObject(problem));
  }
}
