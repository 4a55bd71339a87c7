package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.own.Import;
import org.emotone.corpus.own.ImportOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code emotone corpus import}: checks the user's own recordings and writes a manifest of them.
 */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Check recordings of your own and make a corpus of them.",
    description = {
      "",
      "Takes a folder for each class (angry/anna/1.wav or angry/1.wav), labels at the end of the "
          + "names (1_angry.wav), a manifest (CSV, TSV or JSON lines with path and label, and any of "
          + "speaker, start, end, sex, age, language, sentence, intensity, take) or an audformat "
          + "database (db.yaml, tables as CSV). Decodes every recording, says what is wrong or "
          + "missing and what that means, and writes a manifest that train, evaluate and the other "
          + "corpus commands take: --corpus own=MANIFEST.",
      "",
      "With errors it writes nothing, unless --skip-bad leaves out what cannot be used, and the "
          + "exit code is 1.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone corpus import recordings",
      "  emotone corpus import --label tired=other --language de --licence \"CC BY 4.0\" recordings",
      "  emotone corpus import --skip-bad --out clean.csv calls.tsv",
      "  emotone train my.yaml --corpus own=clean.csv"
    })
final class CorpusImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FOLDER|MANIFEST", description = "The recordings, or a list of them.")
  private Path path = Path.of("");

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Name of the corpus: own, or own-NAME if you have several.")
  private String id = "own";

  @Option(
      names = "--label",
      paramLabel = "LABEL=EMOTION",
      description =
          "What a label means that is no word for an emotion; other keeps it as a class of its own"
              + " for recipes. The file labels.csv (label,emotion) beside the recordings says the"
              + " same.")
  private Map<String, String> labels = new LinkedHashMap<>();

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "ISO 639-1 code of what is spoken, where nothing else says it.")
  private String language = Utterance.UNKNOWN_LANGUAGE;

  @Option(names = "--licence", paramLabel = "TEXT", description = "Terms of use, for model cards.")
  private String licence = "";

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "Of an audformat database with several tables of emotions, the one to read.")
  private String table = "";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description =
          "The manifest to write (.csv, .tsv or .jsonl); default: manifest.csv beside the"
              + " recordings, or manifest-clean.csv if that is what was read.")
  private @Nullable Path out;

  @Option(
      names = "--form",
      paramLabel = "FORM",
      description =
          "folders, names, manifest or audformat, instead of guessing; a folder with a manifest in"
              + " it is read by that.")
  private Import.@Nullable Form form;

  @Option(names = "--skip-bad", description = "Write the manifest without what cannot be used.")
  private boolean skipBad;

  @Option(names = "--no-decode", description = "Do not decode the recordings: only look at names.")
  private boolean undecoded;

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    Import found = form == null ? Import.of(path, options()) : Import.of(path, form, options());
    if (!undecoded) {
      found = listened(found);
    }
    PrintWriter results = spec.commandLine().getOut();
    ImportText.print(results, found);
    if (form == null && found.form() == Import.Form.MANIFEST && Files.isDirectory(path)) {
      results.printf("%nthe manifest in the folder was read; --form folders reads the folders%n");
    }
    if (!found.complete() && !skipBad) {
      results.printf(
          "%nnothing was written: mend the errors, or leave those clips out with --skip-bad%n");
      return 1;
    }
    Path manifest = out == null ? manifest(found) : out;
    if (Files.exists(manifest) && Files.exists(path) && Files.isSameFile(manifest, path)) {
      throw new ParameterException(
          spec.commandLine(), "--out is the manifest that is read; name another file");
    }
    found.write(manifest);
    results.printf("%nmanifest      %s%n", manifest);
    results.printf("use it        emotone train RECIPE --corpus %s=%s%n", id, manifest);
    return found.complete() ? 0 : 1;
  }

  private ImportOptions options() {
    if (!id.equals("own") && !id.startsWith("own-")) {
      throw new ParameterException(
          spec.commandLine(), "--id is own, or own-NAME if you have several; was " + id);
    }
    try {
      return new ImportOptions(id, licence, language, labels, table);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static Import listened(Import found) throws IOException {
    try (Progress progress = Progress.of("decoding", found.files())) {
      return found.listen(progress::to);
    }
  }

  private static Path manifest(Import found) {
    Path plain = found.corpus().root().resolve("manifest.csv");
    return Files.exists(plain) ? plain.resolveSibling("manifest-clean.csv") : plain;
  }
}
