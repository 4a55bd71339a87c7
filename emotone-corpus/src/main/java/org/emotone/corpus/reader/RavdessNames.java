package org.emotone.corpus.reader;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Rejected;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.emotone.corpus.files.AudioFiles;

/**
 * RAVDESS (Livingstone and Russo 2018, doi:10.1371/journal.pone.0196391): {@code
 * 03-01-06-01-02-01-12} is modality, vocal channel, emotion, intensity, statement, repetition,
 * actor.
 *
 * <p>Speech and song are two corpora here, since they are used apart, with the same 24 speakers:
 * both write {@code ravdess:12} for actor 12, so that a split keeps an actor on one side.
 */
final class RavdessNames implements NameRule {

  /** Which vocal channel is read. */
  enum Channel {
    /** Spoken statements: 8 emotions, 1440 clips. */
    SPEECH("01", "speech"),
    /** Sung statements: 6 emotions (no disgust, no surprise), 1012 clips. */
    SONG("02", "song");

    private final String code;
    private final String word;

    Channel(String code, String word) {
      this.code = code;
      this.word = word;
    }
  }

  private static final Pattern FORM =
      Pattern.compile("(\\d\\d)-(\\d\\d)-(\\d\\d)-(\\d\\d)-(\\d\\d)-(\\d\\d)-(\\d\\d)");
  private static final List<Emotion> EMOTIONS =
      List.of(
          Emotion.NEUTRAL,
          Emotion.CALM,
          Emotion.HAPPY,
          Emotion.SAD,
          Emotion.ANGRY,
          Emotion.FEAR,
          Emotion.DISGUST,
          Emotion.SURPRISE);
  private static final List<String> LABELS =
      List.of("neutral", "calm", "happy", "sad", "angry", "fearful", "disgust", "surprised");
  private static final List<String> INTENSITIES = List.of("normal", "strong");
  private static final int SUNG_EMOTIONS = 6;
  private static final int ACTORS = 24;
  private static final int AUDIO_ONLY = 3;

  private final Channel channel;

  RavdessNames(Channel channel) {
    this.channel = channel;
  }

  @Override
  public String id() {
    return channel == Channel.SPEECH ? "ravdess" : "ravdess-song";
  }

  @Override
  public String title() {
    return "Ryerson Audio-Visual Database of Emotional Speech and Song (" + channel.word + ")";
  }

  @Override
  public String licence() {
    return "CC BY-NC-SA 4.0";
  }

  @Override
  public String pattern() {
    return "03-01-06-01-02-01-12 (modality, channel, emotion, intensity, statement, repetition,"
        + " actor)";
  }

  @Override
  public boolean looksLike(Path file) {
    Matcher name = FORM.matcher(AudioFiles.stem(file));
    // Many keep speech and song in one folder, which passes for speech; songs are told by the code.
    return name.matches() && (channel == Channel.SPEECH || name.group(2).equals(Channel.SONG.code));
  }

  @Override
  public Utterance parse(Path file) throws UnreadableName {
    Matcher name = FORM.matcher(AudioFiles.stem(file));
    if (!name.matches()) {
      throw UnreadableName.form(this);
    }
    checkParts(name);
    int emotion = code(name, 3, "emotion", LABELS.size());
    int intensity = code(name, 4, "intensity", INTENSITIES.size());
    int statement = code(name, 5, "statement", 2);
    int take = code(name, 6, "repetition", 2);
    int actor = code(name, 7, "actor", ACTORS);
    checkRecorded(emotion, intensity);
    return new Utterance(
        id(),
        name.group(),
        file,
        "ravdess:" + name.group(7),
        actor % 2 == 1 ? Sex.MALE : Sex.FEMALE,
        null,
        "en",
        EMOTIONS.get(emotion - 1),
        LABELS.get(emotion - 1),
        INTENSITIES.get(intensity - 1),
        "ravdess:" + String.format("%02d", statement),
        take);
  }

  /**
   * Throws for clips that are well named but are not of this channel or not the audio-only take.
   */
  private void checkParts(Matcher name) throws UnreadableName {
    int modality = code(name, 1, "modality", 3);
    int vocal = code(name, 2, "vocal channel", 2);
    Channel other = vocal == 1 ? Channel.SPEECH : Channel.SONG;
    if (other != channel) {
      throw new UnreadableName(
          Rejected.Kind.LEFT_OUT,
          "is %s; read it as %s".formatted(other.word, new RavdessNames(other).id()));
    }
    if (modality != AUDIO_ONLY) {
      throw new UnreadableName(
          Rejected.Kind.LEFT_OUT,
          "modality %02d is the sound of a video; the same recording is 03 (audio only)"
              .formatted(modality));
    }
  }

  private void checkRecorded(int emotion, int intensity) throws UnreadableName {
    if (emotion == 1 && intensity == 2) {
      throw UnreadableName.because("intensity 02 does not exist for neutral (01)");
    }
    if (channel == Channel.SONG && emotion > SUNG_EMOTIONS) {
      throw UnreadableName.because(
          "emotion %02d does not exist for song (01 to %02d)".formatted(emotion, SUNG_EMOTIONS));
    }
  }

  private static int code(Matcher name, int group, String field, int max) throws UnreadableName {
    int code = Integer.parseInt(name.group(group));
    if (code < 1 || code > max) {
      throw UnreadableName.because("%s %02d is not one of 01 to %02d".formatted(field, code, max));
    }
    return code;
  }
}
