package org.emotone.audio.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_DBL;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8;
import static org.bytedeco.ffmpeg.global.avutil.av_get_bytes_per_sample;
import static org.bytedeco.ffmpeg.global.avutil.av_get_packed_sample_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_sample_fmt_is_planar;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.emotone.audio.AudioSource;
import org.emotone.audio.UnsupportedAudioException;

/** The samples of a frame as floats, in whichever of FFmpeg's ten ways they lie. */
final class Samples {
  private Samples() {}

  /**
   * Copies frames.
   *
   * @param from the first of them
   * @param interleaved receives them from {@code offset} on
   */
  static void copy(
      AudioSource in, AVFrame frame, int from, int count, float[] interleaved, int offset)
      throws UnsupportedAudioException {
    int channels = frame.ch_layout().nb_channels();
    boolean planar = av_sample_fmt_is_planar(frame.format()) != 0;
    int kind = av_get_packed_sample_fmt(frame.format());
    int bytes = av_get_bytes_per_sample(frame.format());
    int planes = planar ? channels : 1;
    int step = planar ? 1 : channels;
    for (int plane = 0; plane < planes; plane++) {
      long size = (long) frame.nb_samples() * step * bytes;
      ByteBuffer data =
          new BytePointer(frame.extended_data(plane))
              .capacity(size)
              .asByteBuffer()
              .order(ByteOrder.nativeOrder());
      for (int i = 0; i < count * step; i++) {
        int to = planar ? offset + i * channels + plane : offset + i;
        interleaved[to] = sample(in, data, (from * step + i) * bytes, kind);
      }
    }
  }

  private static float sample(AudioSource in, ByteBuffer data, int at, int kind)
      throws UnsupportedAudioException {
    return switch (kind) {
      case AV_SAMPLE_FMT_FLT -> data.getFloat(at);
      case AV_SAMPLE_FMT_S16 -> data.getShort(at) * 0x1p-15f;
      case AV_SAMPLE_FMT_S32 -> data.getInt(at) * 0x1p-31f;
      case AV_SAMPLE_FMT_DBL -> (float) data.getDouble(at);
      case AV_SAMPLE_FMT_U8 -> ((data.get(at) & 0xFF) - 128) * 0x1p-7f;
      default -> throw in.unsupported("its samples are 64-bit integers");
    };
  }
}
