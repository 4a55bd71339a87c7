package org.emotone.corpus.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.audit.AugmentedCopies.Copy;

/**
 * Finds augmented copies by their names: changes of pitch and tempo leave nothing that a
 * fingerprint could hold on to, but those who make such copies name them {@code clip_pitch}, {@code
 * clip-noise2} or {@code stretched_clip}. A name counts only if the clip without that word is there
 * too.
 */
final class AugmentedNames {

  private static final String WORD =
      "(?:aug(?:mented)?|nois[ey]|noised|pitch(?:ed)?|stretch(?:ed)?|shift(?:ed)?|speed|slow(?:er)?"
          + "|fast(?:er)?|tempo|gain|volume|loud(?:er)?|quiet(?:er)?|reverb|echo|roll(?:ed)?|copy)";
  private static final Pattern BEHIND =
      Pattern.compile("(.+?)[-_. (]+" + WORD + "(?![a-z])[-_. a-z0-9+]*\\)?");
  private static final Pattern BEFORE = Pattern.compile(WORD + "[0-9]*[-_. ]+(.+)");

  private AugmentedNames() {}

  /** The copies among clips, in the order of the clips. */
  static List<Copy> among(List<Utterance> clips) {
    Map<String, Utterance> byName = new HashMap<>();
    // The name of a file says nothing of its segments.
    List<Utterance> whole = clips.stream().filter(clip -> clip.segment() == null).toList();
    whole.forEach(clip -> byName.put(key(clip, stem(clip)), clip));
    List<Copy> copies = new ArrayList<>();
    for (Utterance clip : whole) {
      for (Pattern pattern : List.of(BEHIND, BEFORE)) {
        Matcher matcher = pattern.matcher(stem(clip));
        Utterance original = matcher.matches() ? byName.get(key(clip, matcher.group(1))) : null;
        if (original != null && !original.equals(clip)) {
          copies.add(new Copy(ClipRef.of(original), ClipRef.of(clip)));
          break;
        }
      }
    }
    return copies;
  }

  /** Emotions often are folders that use the same names. */
  private static String key(Utterance clip, String stem) {
    return clip.corpus() + "/" + clip.speaker() + "/" + clip.emotion() + "/" + stem;
  }

  private static String stem(Utterance clip) {
    return Content.stem(clip.path()).toLowerCase(Locale.ROOT);
  }
}
