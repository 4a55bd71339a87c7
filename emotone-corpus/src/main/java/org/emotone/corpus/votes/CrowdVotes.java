package org.emotone.corpus.votes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.files.Csv;
import org.emotone.corpus.files.SideFiles;
import org.emotone.corpus.label.LabelBy;
import org.emotone.corpus.label.LabelScheme;

/**
 * What listeners heard in each clip of CREMA-D: the votes of {@code
 * processedResults/tabulatedVotes.csv} that were given on the voice alone (rows whose first column
 * begins with 1; 2 is the face alone, 3 both; Cao et al. 2014).
 */
public final class CrowdVotes {

  private static final String FILE = "tabulatedVotes.csv";
  private static final int MAX_VOTES = 1_000_000;
  private static final String VOICE = "1";
  private static final Map<String, Emotion> COLUMNS =
      Map.of(
          "A", Emotion.ANGRY,
          "D", Emotion.DISGUST,
          "F", Emotion.FEAR,
          "H", Emotion.HAPPY,
          "N", Emotion.NEUTRAL,
          "S", Emotion.SAD);

  /** Actor, sentence, what was meant, level; the first letters of the emotions are the columns. */
  private static final Pattern NAME = Pattern.compile("\\d{4}_[A-Z]{3}_([ADFHNS])[A-Z]{2}_[A-Z]+");

  private final Map<String, Map<Emotion, Integer>> votesOf;

  private CrowdVotes(Map<String, Map<Emotion, Integer>> votesOf) {
    this.votesOf = Map.copyOf(votesOf);
  }

  /**
   * The votes that lie in a corpus' folder, in one under it or in the one above, if there are any.
   *
   * @throws CorpusException if the file is damaged
   */
  public static Optional<CrowdVotes> find(Path root) throws CorpusException {
    Optional<Path> file = SideFiles.find(root, FILE);
    return file.isEmpty() ? Optional.empty() : Optional.of(read(file.get()));
  }

  /**
   * Reads a file.
   *
   * @throws CorpusException if it is missing or damaged, or has no votes on the voice alone
   */
  public static CrowdVotes read(Path file) throws CorpusException {
    Csv csv = Csv.read(file);
    int name = csv.column("fileName");
    Map<String, Map<Emotion, Integer>> votesOf = new HashMap<>();
    for (Csv.Row row : csv.rows()) {
      if (row.fields().get(0).startsWith(VOICE)) {
        Map<Emotion, Integer> votes = new EnumMap<>(Emotion.class);
        for (Map.Entry<String, Emotion> column : COLUMNS.entrySet()) {
          votes.put(column.getValue(), csv.integer(row, column.getKey(), 0, MAX_VOTES));
        }
        String clip = row.fields().get(name).toUpperCase(Locale.ROOT);
        if (!NAME.matcher(clip).matches()) {
          throw new CorpusException(
              "%s:%d: fileName is '%s'; expected a clip of CREMA-D such as 1001_IEO_ANG_HI"
                  .formatted(file, row.line(), row.fields().get(name)));
        }
        votesOf.put(clip, Collections.unmodifiableMap(votes));
      }
    }
    if (votesOf.isEmpty()) {
      throw new CorpusException(
          file
              + ": has no votes on the voice alone; expected rows whose first column begins with 1");
    }
    return new CrowdVotes(votesOf);
  }

  /** How many clips have votes. */
  public int size() {
    return votesOf.size();
  }

  /** How often each of the six emotions was heard in a clip, empty if nobody was asked. */
  public Map<Emotion, Integer> votes(Utterance clip) {
    return clip.corpus().equals("cremad")
        ? votesOf.getOrDefault(clip.id().toUpperCase(Locale.ROOT), Map.of())
        : Map.of();
  }

  /** The share of the votes that each emotion has, adding up to 1; empty if there are no votes. */
  public Map<Emotion, Double> shares(Utterance clip) {
    Map<Emotion, Integer> votes = votes(clip);
    int all = votes.values().stream().mapToInt(Integer::intValue).sum();
    if (all == 0) {
      return Map.of();
    }
    Map<Emotion, Double> shares = new EnumMap<>(Emotion.class);
    votes.forEach((emotion, count) -> shares.put(emotion, (double) count / all));
    return Collections.unmodifiableMap(shares);
  }

  /**
   * Soft labels: the share of the votes for each class, in the order of the classes, adding up to
   * 1. Votes for emotions without a class do not count; empty if there are no others.
   *
   * @param scheme a scheme that goes by emotions
   */
  public Optional<double[]> targets(Utterance clip, LabelScheme scheme) {
    if (scheme.labelling().by() != LabelBy.EMOTION) {
      return Optional.empty();
    }
    double[] targets = new double[scheme.classes().size()];
    double all = 0;
    for (Map.Entry<Emotion, Integer> vote : votes(clip).entrySet()) {
      Map<String, Double> shares =
          scheme.labelling().sharesOf().getOrDefault(vote.getKey().id(), Map.of());
      shares.forEach(
          (name, share) -> targets[scheme.classes().indexOf(name)] += share * vote.getValue());
      all += shares.isEmpty() ? 0 : vote.getValue();
    }
    if (all == 0) {
      return Optional.empty();
    }
    for (int i = 0; i < targets.length; i++) {
      targets[i] /= all;
    }
    return Optional.of(targets);
  }

  /** The emotions that most listeners heard: several if they tie, none if nobody was asked. */
  public List<Emotion> majority(Utterance clip) {
    return new Meant(clip.emotion(), votes(clip)).majority();
  }

  /**
   * The human figures on all clips that have votes, recordings or not: what the actor meant is told
   * from the clip's name.
   */
  public Human human() {
    List<Meant> meant = new ArrayList<>();
    new TreeMap<>(votesOf).forEach((clip, votes) -> meant.add(new Meant(meant(clip), votes)));
    return human(meant);
  }

  private static Emotion meant(String clip) {
    Matcher name = NAME.matcher(clip);
    return name.matches() ? COLUMNS.getOrDefault(name.group(1), Emotion.OTHER) : Emotion.OTHER;
  }

  /** What an actor meant, and how often each emotion was heard. */
  private record Meant(Emotion emotion, Map<Emotion, Integer> votes) {

    /** The emotions with the most votes. */
    List<Emotion> majority() {
      int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      return votes.entrySet().stream()
          .filter(vote -> most > 0 && vote.getValue() == most)
          .map(Map.Entry::getKey)
          .toList();
    }

    int all() {
      return votes.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * How often the majority of the listeners hears what the actor meant.
   *
   * @param clips clips with votes that were counted
   * @param withoutVotes clips that nobody was asked about
   * @param ties clips in which several emotions have the most votes: one of so many counts as heard
   *     to that part
   * @param accuracy share of the clips in which the majority hears what was meant
   * @param uar mean of the recalls, each emotion counting alike
   * @param recall that share for each emotion that was meant
   * @param singleVote share of the single votes that are for what was meant
   */
  public record Human(
      int clips,
      int withoutVotes,
      int ties,
      double accuracy,
      double uar,
      Map<Emotion, Double> recall,
      double singleVote) {

    /** Copies the map. */
    public Human {
      recall = Collections.unmodifiableMap(new LinkedHashMap<>(recall));
    }

    /** One line, such as {@code majority of the listeners: accuracy 45.1 %, UAR 46.4 % …}. */
    public String words() {
      return String.format(
          Locale.ROOT,
          "majority of the listeners, voice only: accuracy %.1f %%, UAR %.1f %% (%d clips, %d with"
              + " ties, which count in part); single votes %.1f %%",
          100 * accuracy,
          100 * uar,
          clips,
          ties,
          100 * singleVote);
    }
  }

  /**
   * The human figures on clips.
   *
   * @throws IllegalArgumentException if none of them has votes
   */
  public Human human(Collection<Utterance> clips) {
    return human(clips.stream().map(clip -> new Meant(clip.emotion(), votes(clip))).toList());
  }

  private static Human human(List<Meant> clips) {
    Map<Emotion, double[]> hits = new EnumMap<>(Emotion.class);
    int without = 0;
    int ties = 0;
    double votes = 0;
    double right = 0;
    for (Meant clip : clips) {
      List<Emotion> heard = clip.majority();
      if (heard.isEmpty()) {
        without++;
        continue;
      }
      ties += heard.size() > 1 ? 1 : 0;
      double[] count = hits.computeIfAbsent(clip.emotion(), emotion -> new double[2]);
      count[0] += heard.contains(clip.emotion()) ? 1.0 / heard.size() : 0;
      count[1]++;
      right += clip.votes().getOrDefault(clip.emotion(), 0);
      votes += clip.all();
    }
    if (hits.isEmpty()) {
      throw new IllegalArgumentException("none of the %d clips has votes".formatted(clips.size()));
    }
    Map<Emotion, Double> recall = new EnumMap<>(Emotion.class);
    hits.forEach((emotion, count) -> recall.put(emotion, count[0] / count[1]));
    double all = hits.values().stream().mapToDouble(count -> count[1]).sum();
    return new Human(
        (int) all,
        without,
        ties,
        hits.values().stream().mapToDouble(count -> count[0]).sum() / all,
        recall.values().stream().mapToDouble(Double::doubleValue).average().orElse(0),
        recall,
        right / votes);
  }
}
