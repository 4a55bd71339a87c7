package org.emotone.output;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;

/**
 * A form in which timelines are written. All of them are text in UTF-8, whatever the locale; times
 * are rounded to the nearest millisecond, and stretches that this leaves without length are left
 * out.
 */
public enum TimelineFormat {
  /** All that is known, as the schema {@code timeline.schema.json} beside this class has it. */
  JSON("json", ".json", "application/json", Holds.CLIPS_TOO),

  /** A JSON object as in {@link #JSON} on each line. */
  NDJSON("ndjson", ".ndjson", "application/x-ndjson", Holds.CLIPS_TOO),

  /** A row for each segment, RFC 4180 with lines ending in LF. */
  CSV("csv", ".csv", "text/csv", Holds.SEVERAL),

  /** Rich Transcription Time Marked, ten fields, for scoring tools. */
  RTTM("rttm", ".rttm", "text/plain", Holds.SEVERAL),

  /** Praat's TextGrid, the long text format. */
  TEXTGRID("textgrid", ".TextGrid", "text/plain", Holds.ONE),

  /** WebVTT, captions for browsers. */
  WEBVTT("webvtt", ".vtt", "text/vtt", Holds.ONE),

  /** SubRip, subtitles for players. */
  SRT("srt", ".srt", "application/x-subrip", Holds.ONE),

  /** A label track of Audacity. */
  AUDACITY("audacity", ".txt", "text/plain", Holds.ONE),

  /** ELAN Annotation Format 3.0. */
  EAF("eaf", ".eaf", "application/xml", Holds.ONE),

  /** W3C's Emotion Markup Language 1.0. */
  EMOTIONML("emotionml", ".emotionml", "application/emotionml+xml", Holds.CLIPS_TOO),

  /** A folder that the Python library audformat loads, with tables as CSV. */
  AUDFORMAT("audformat", "", "", Holds.CLIPS_TOO);

  private enum Holds {
    ONE,
    SEVERAL,
    CLIPS_TOO
  }

  private final String id;
  private final String ending;
  private final String mediaType;
  private final Holds holds;

  TimelineFormat(String id, String ending, String mediaType, Holds holds) {
    this.id = id;
    this.ending = ending;
    this.mediaType = mediaType;
    this.holds = holds;
  }

  /** The name by which users choose it, such as {@code webvtt}. */
  public String id() {
    return id;
  }

  /** What the name of a file in this form ends in, with the dot; empty for a folder. */
  public String ending() {
    return ending;
  }

  /** The media type, without parameters; empty for a folder. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether one document may hold several recordings. */
  public boolean holdsSeveral() {
    return holds != Holds.ONE;
  }

  /** Whether it may hold clips that were recognised as a whole, without times. */
  public boolean holdsClips() {
    return holds == Holds.CLIPS_TOO;
  }

  /** Whether it is a folder of several files, which {@link AudformatWriter} writes. */
  public boolean isFolder() {
    return this == AUDFORMAT;
  }

  /** The form of this name; empty if there is none. */
  public static Optional<TimelineFormat> byId(String id) {
    return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
  }

  /**
   * Begins a document.
   *
   * @param out takes the text; stays open
   * @param alone whether it is for one recording: JSON then is an object and not an array
   * @throws UnsupportedOperationException if this is a folder
   */
  public TimelineWriter open(Appendable out, boolean alone) throws IOException {
    return switch (this) {
      case JSON -> new JsonWriter(out, alone);
      case NDJSON -> new NdjsonWriter(out);
      case CSV -> new CsvWriter(out);
      case RTTM -> new RttmWriter(out);
      case TEXTGRID -> new TextGridWriter(out);
      case WEBVTT -> new WebVttWriter(out);
      case SRT -> new SrtWriter(out);
      case AUDACITY -> new AudacityWriter(out);
      case EAF -> new EafWriter(out, Clock.systemUTC());
      case EMOTIONML -> new EmotionMlWriter(out);
      case AUDFORMAT ->
          throw new UnsupportedOperationException(
              "audformat is a folder of several files; AudformatWriter writes it");
    };
  }
}
