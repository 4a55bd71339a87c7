package org.emotone.corpus.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.files.SideFiles;

/**
 * A user's own recordings, read and checked.
 *
 * @param form how they were described
 * @param corpus what can be used of them
 * @param findings all that is wrong or missing, the gravest first
 */
public record Import(Form form, Corpus corpus, List<Finding> findings) {

  /** Ways to describe own recordings. */
  public enum Form {
    /** A folder for each class: {@code angry/anna/001.wav} or {@code angry/001.wav}. */
    FOLDERS("a folder for each class"),
    /** The label at the end of each name: {@code 001_angry.wav}. */
    NAMES("the label at the end of each name"),
    /** A list of files: {@code manifest.csv}, {@code .tsv} or {@code .jsonl}. */
    MANIFEST("a manifest"),
    /** An audformat database: {@code db.yaml} and tables as CSV. */
    AUDFORMAT("an audformat database");

    private final String words;

    Form(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /** How grave a finding is. */
  public enum Severity {
    /** Something cannot be used and is missing from the corpus. */
    ERROR,
    /** The corpus can be used, but not for everything, or something was left out of it. */
    WARNING,
    /** Something that is good to know. */
    NOTE
  }

  /**
   * Something that is wrong or missing.
   *
   * @param severity how grave it is
   * @param where the file, with the line where there is one, or what it is about
   * @param message what was found, and what to do
   */
  public record Finding(Severity severity, String where, String message) {

    /** One line for the user. */
    public String words() {
      return severity.name().toLowerCase(Locale.ROOT) + ": " + where + ": " + message;
    }
  }

  /** Copies the list. */
  public Import {
    findings = List.copyOf(findings);
  }

  /** Whether everything described can be used. */
  public boolean complete() {
    return findings.stream().noneMatch(finding -> finding.severity == Severity.ERROR);
  }

  /**
   * Reads recordings in whatever form they are described: a manifest or {@code db.yaml}, given or
   * in the folder; labels at the end of the names if all names have one that is known; else a
   * folder for each class.
   *
   * @throws CorpusException if there is nothing to read, or the description cannot be understood
   */
  public static Import of(Path path, ImportOptions options) throws CorpusException {
    if (Files.isRegularFile(path)) {
      return SideFiles.name(path).equals(AudformatTables.HEADER)
          ? audformat(folder(path), options)
          : manifest(path, options);
    }
    if (Files.isRegularFile(path.resolve(AudformatTables.HEADER))) {
      return audformat(path, options);
    }
    if (Manifest.NAMES.stream().anyMatch(name -> Files.isRegularFile(path.resolve(name)))) {
      return of(path, Form.MANIFEST, options);
    }
    return OwnFolders.labelledNames(path, OwnLabels.in(path, options))
        ? names(path, options)
        : folders(path, options);
  }

  /**
   * Reads recordings in a form that is known; a manifest, and {@code db.yaml}, may be given by
   * their folder.
   *
   * @throws CorpusException if there is nothing to read in this form, or the description cannot be
   *     understood
   */
  public static Import of(Path path, Form form, ImportOptions options) throws CorpusException {
    return switch (form) {
      case FOLDERS -> folders(path, options);
      case NAMES -> names(path, options);
      case AUDFORMAT -> audformat(Files.isRegularFile(path) ? folder(path) : path, options);
      case MANIFEST -> {
        if (Files.isRegularFile(path)) {
          yield manifest(path, options);
        }
        for (String name : Manifest.NAMES) {
          if (Files.isRegularFile(path.resolve(name))) {
            yield manifest(path.resolve(name), options);
          }
        }
        throw new CorpusException(
            path + ": no manifest in it; expected " + String.join(", ", Manifest.NAMES));
      }
    };
  }

  /**
   * Reads a folder for each class, with or without a folder for each speaker in it.
   *
   * @throws CorpusException if there is no such folder or no clip in it
   */
  public static Import folders(Path root, ImportOptions options) throws CorpusException {
    return new ImportCheck(root, options).check(Form.FOLDERS, OwnFolders.byFolder(root));
  }

  /**
   * Reads names that end in an underscore and the label.
   *
   * @throws CorpusException if there is no such folder or no clip in it
   */
  public static Import names(Path root, ImportOptions options) throws CorpusException {
    return new ImportCheck(root, options).check(Form.NAMES, OwnFolders.byName(root));
  }

  /**
   * Reads a manifest: CSV, TSV or JSON lines with {@code path} (relative to the manifest) and
   * {@code label}, and any of {@code speaker}, {@code start}, {@code end} (seconds), {@code sex},
   * {@code age}, {@code language}, {@code sentence}, {@code intensity}, {@code take}, {@code
   * emotion} (what the label means), {@code id}, {@code licence}.
   *
   * @throws CorpusException if it is missing or damaged, or lists no clip that can be used
   */
  public static Import manifest(Path file, ImportOptions options) throws CorpusException {
    return new ImportCheck(folder(file), options).check(Form.MANIFEST, Manifest.read(file));
  }

  /**
   * Reads an audformat database whose tables are saved as CSV.
   *
   * @throws CorpusException if its header or tables are missing or damaged, or have no emotions
   */
  public static Import audformat(Path root, ImportOptions options) throws CorpusException {
    return new ImportCheck(root, options)
        .check(Form.AUDFORMAT, AudformatTables.read(root, options.table()));
  }

  /**
   * Decodes every recording to its end: those that cannot be decoded, and parts that begin after
   * the end of their file, leave the corpus with an error; silence, parts that go on after the end
   * and hardly anything to hear are warnings.
   *
   * @param progress told how many files are done, by one thread at a time
   * @throws CorpusException if no clip is left
   */
  public Import listen(IntConsumer progress) throws CorpusException {
    return new Listening(this).listen(progress);
  }

  /** How many files {@link #listen} decodes. */
  public int files() {
    return (int) corpus.utterances().stream().map(Utterance::path).distinct().count();
  }

  /**
   * Writes what can be used as a manifest that {@link #of} reads back: the same ids, labels,
   * emotions, speakers and all else that is known. Paths are relative to the manifest where the
   * recordings lie below it.
   *
   * @param file that ends in .csv, .tsv or .jsonl
   * @throws IOException if it cannot be written, or if a text has a line break and the file is not
   *     .jsonl
   */
  public void write(Path file) throws IOException {
    CleanManifest.write(corpus, file);
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null ? file : folder;
  }
}
