package org.emotone.server.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.emotone.Manifest;
import org.emotone.Recognizer;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;
import org.emotone.server.recognition.ClassView;
import org.emotone.server.recognition.ModelCatalogue;

/** Tells of the models. */
final class ModelRoutes {

  private final ModelCatalogue models;

  /** Tells of these. */
  ModelRoutes(ModelCatalogue models) {
    this.models = models;
  }

  record CorpusView(String id, String licence, int clips, int speakers) {}

  record ModelView(
      String name,
      String id,
      List<String> classes,
      boolean isDefault,
      List<String> views,
      int sampleRate,
      double uncertainBelow,
      String protocol,
      Map<String, Double> metrics,
      List<CorpusView> corpora) {}

  record ModelList(List<ModelView> models) {}

  /** Adds the routes. */
  void mount(RoutesConfig routes) {
    routes.get("/v1/models", this::list);
    routes.get("/v1/models/{name}/card", this::card);
  }

  private void list(Context context) {
    Requests.only(context);
    Json.answer(context, 200, new ModelList(models.all().stream().map(this::view).toList()));
  }

  private void card(Context context) {
    Requests.only(context);
    String name = context.pathParam("name");
    Recognizer model =
        models.all().stream()
            .filter(one -> one.model().manifest().name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(ProblemCode.NOT_FOUND, "there is no model of this name"));
    context.contentType("text/markdown; charset=utf-8").result(model.model().card());
  }

  private ModelView view(Recognizer recognizer) {
    Manifest manifest = recognizer.model().manifest();
    return new ModelView(
        manifest.name(),
        recognizer.model().id(),
        manifest.classes(),
        recognizer == models.first(),
        Arrays.stream(ClassView.values())
            .filter(view -> view.possible(manifest.classes()))
            .map(ClassView::id)
            .toList(),
        manifest.frontEnd().sampleRate(),
        manifest.uncertainBelow(),
        manifest.protocol(),
        manifest.metrics(),
        manifest.corpora().stream()
            .map(c -> new CorpusView(c.id(), c.licence(), c.clips(), c.speakers().size()))
            .toList());
  }
}
