package org.emotone.audio.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioSource;
import org.emotone.audio.AudioStream;
import org.jspecify.annotations.Nullable;

/**
 * The best sound track of a file. Channels are handed out as they were coded; FFmpeg's own mixing
 * is not used, as its stereo to mono is louder than the mean by √2.
 */
final class FfmpegStream implements AudioStream {
  private final AudioSource in;
  private final @Nullable Path temporary;
  private final AVFormatContext format = new AVFormatContext(null);
  private @Nullable AVCodecContext codec;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private final int track;
  private final AudioProperties properties;
  private int used;
  private boolean drained;
  private boolean closed;

  /**
   * Opens a file and decodes its first frame, which says more of it than its header.
   *
   * @param temporary deleted when the stream is closed; null where nothing is
   */
  FfmpegStream(AudioSource in, Path file, @Nullable Path temporary) throws IOException {
    this.in = in;
    this.temporary = temporary;
    boolean opened = false;
    try {
      av_log_set_level(AV_LOG_QUIET);
      open(file);
      AVCodec decoder = new AVCodec(null);
      this.track = av_find_best_stream(format, AVMEDIA_TYPE_AUDIO, -1, -1, decoder, 0);
      if (track < 0) {
        throw in.unsupported("FFmpeg finds no sound in it that it could decode");
      }
      this.codec = decoder(decoder);
      if (!next()) {
        throw in.damaged("no sound can be decoded");
      }
      int channels = frame.ch_layout().nb_channels();
      in.checkFormat(channels, frame.sample_rate());
      this.properties =
          new AudioProperties(
              container(),
              decoder.name().getString().toUpperCase(Locale.ROOT),
              frame.sample_rate(),
              channels,
              0,
              -1);
      opened = true;
    } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
      throw new IOException(
          in.name()
              + ": FFmpeg's native libraries do not run on this machine: convert the file first",
          e);
    } finally {
      if (!opened) {
        release();
      }
    }
  }

  /** Only files: no network, whatever a playlist in the file says. */
  private void open(Path file) throws IOException {
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "protocol_whitelist", "file", 0);
    int result =
        avformat_open_input(format, "file:" + file.toAbsolutePath(), (AVInputFormat) null, options);
    av_dict_free(options);
    if (result < 0 || avformat_find_stream_info(format, (PointerPointer<?>) null) < 0) {
      throw in.damaged("FFmpeg cannot make sense of it");
    }
  }

  private AVCodecContext decoder(AVCodec decoder) throws IOException {
    AVCodecContext context = avcodec_alloc_context3(decoder);
    context.thread_count(1);
    boolean ready =
        avcodec_parameters_to_context(context, format.streams(track).codecpar()) >= 0
            && avcodec_open2(context, decoder, (PointerPointer<?>) null) >= 0;
    if (!ready) {
      avcodec_free_context(context);
      throw in.damaged("FFmpeg cannot begin to decode it");
    }
    return context;
  }

  /** Such as {@code QuickTime / MOV}. */
  private String container() {
    return format.iformat().long_name().getString();
  }

  @Override
  public AudioProperties properties() {
    return properties;
  }

  @Override
  public int read(float[] interleaved, int offset, int frames) throws IOException {
    while (used == frame.nb_samples()) {
      if (drained || !next()) {
        return -1;
      }
      if (frame.ch_layout().nb_channels() != properties.channels()
          || frame.sample_rate() != properties.sampleRate()) {
        throw in.damaged("the sound changes its channels or its sample rate midway");
      }
    }
    int count = Math.min(frames, frame.nb_samples() - used);
    Samples.copy(in, frame, used, count, interleaved, offset);
    used += count;
    return count;
  }

  /** Decodes the next frame; false after the last one. */
  private boolean next() throws IOException {
    used = 0;
    while (true) {
      av_frame_unref(frame);
      int result = avcodec_receive_frame(codec, frame);
      if (result >= 0) {
        if (frame.nb_samples() > 0) {
          return true;
        }
      } else if (result == AVERROR_EOF) {
        drained = true;
        return false;
      } else if (result == AVERROR_EAGAIN()) {
        feed();
      } else {
        throw in.damaged("a frame cannot be decoded");
      }
    }
  }

  private void feed() throws IOException {
    while (av_read_frame(format, packet) >= 0) {
      boolean ours = packet.stream_index() == track;
      int result = ours ? avcodec_send_packet(codec, packet) : 0;
      av_packet_unref(packet);
      if (result < 0) {
        throw in.damaged("a packet cannot be decoded");
      }
      if (ours) {
        return;
      }
    }
    avcodec_send_packet(codec, null);
  }

  private void release() {
    if (!closed) {
      closed = true;
      av_frame_free(frame);
      av_packet_free(packet);
      if (codec != null) {
        avcodec_free_context(codec);
      }
      avformat_close_input(format);
    }
  }

  @Override
  public void close() throws IOException {
    release();
    in.close();
    Ffmpeg.delete(temporary);
  }
}
