package org.emotone.corpus.own;

import java.nio.file.Files;
import java.nio.file.Path;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.CorpusReader;
import org.emotone.corpus.files.SideFiles;

/**
 * Reads a user's own recordings, in whatever form {@link Import#of} knows, as the corpus {@code
 * own} or {@code own-NAME}. By itself it recognises what the user has described: a manifest, or a
 * folder with a manifest or {@code db.yaml}. Of other folders the user says that they are theirs.
 */
public final class OwnReader implements CorpusReader {

  /** The id, or what it begins with if there are several. */
  public static final String ID = "own";

  private final String id;

  /**
   * A reader.
   *
   * @param id {@code own} or {@code own-NAME}
   */
  public OwnReader(String id) {
    this.id = id;
  }

  /** Whether an id is one of own recordings. */
  public static boolean owns(String id) {
    return id.equals(ID) || id.matches(ID + "-[a-z0-9-]+");
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return "own recordings (a manifest, a folder for each class, labelled names, audformat)";
  }

  @Override
  public String licence() {
    return "not stated";
  }

  @Override
  public boolean recognises(Path root) {
    return Files.isRegularFile(root)
        ? Manifest.isOne(root) || SideFiles.name(root).equals(AudformatTables.HEADER)
        : Files.isRegularFile(root.resolve(AudformatTables.HEADER))
            || Manifest.NAMES.stream().anyMatch(name -> Files.isRegularFile(root.resolve(name)));
  }

  @Override
  public Corpus read(Path root) throws CorpusException {
    return Import.of(root, ImportOptions.of(id)).corpus();
  }
}
