#!/usr/bin/env bash
# Makes the fixtures of the conformance test: for each format and sample type a short synthetic sound, and beside it
# what FFmpeg decodes it to, channels interleaved, little-endian: NAME.s16.gz in 16-bit integers, NAME.f32.gz in floats
# where the format holds more; index.csv has NAME,RATE,CHANNELS. Needs ffmpeg with libopus, libvorbis and libmp3lame, sox, and flac; run it by hand from
# anywhere and commit what changes. Made with FFmpeg 5.1.9, SoX 14.4.2 and flac 1.4.2.
set -euo pipefail
cd "$(dirname "$0")/../resources/org/emotone/audio"
rm -rf conformance
mkdir -p conformance
cd conformance
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Left: a rising tone; right: two tones; both with a little noise, so that no predictor is perfect.
left='0.4*sin(2*PI*(300*t+2000*t*t))+0.05*random(0)'
right='0.3*sin(2*PI*440*t)+0.15*sin(2*PI*1210*t)+0.05*random(1)'
ff() { ffmpeg -y -v error "${@:1:$#-1}" -flags +bitexact -fflags +bitexact "${!#}"; }
sound() { # rate channels seconds file
  local what=$left
  [ "$2" = 1 ] || what="$left|$right"
  [ "$2" -lt 3 ] || what="$left|$right|0.2*sin(2*PI*600*t)|0.1*sin(2*PI*90*t)|0.2*sin(2*PI*800*t)|0.2*sin(2*PI*1000*t):c=5.1"
  ffmpeg -y -v error -f lavfi -i "aevalsrc=$what:s=$1:d=$3" -c:a pcm_f64le "$4"
}
sound 8000 2 0.05 "$work/tiny.wav"
sound 16000 1 0.25 "$work/mono.wav"
sound 44100 2 0.12 "$work/stereo.wav"
sound 48000 2 0.12 "$work/stereo48.wav"
sound 48000 6 0.05 "$work/surround.wav"
tiny=(-i "$work/tiny.wav")

# Uncompressed.
for c in u8 s16le s24le s32le f32le f64le alaw mulaw; do ff "${tiny[@]}" -c:a pcm_$c wav-$c.wav; done
ff "${tiny[@]}" -c:a pcm_s16le -rf64 always rf64-s16le.wav
sox -D "$work/tiny.wav" -b 24 -e signed-integer extensible-s24le.wav
ff "${tiny[@]}" -c:a pcm_s16le -f wav - | cat > piped-s16le.wav
sox -D "$work/tiny.wav" -b 16 -t wav - | cat > piped-sox-s16le.wav
for c in s8 s16be s24be s32be; do ff "${tiny[@]}" -c:a pcm_$c aiff-$c.aiff; done
for c in s16le f32be f64be alaw mulaw; do ff "${tiny[@]}" -c:a pcm_$c aifc-$c.aiff; done
sox -D "$work/tiny.wav" -b 16 sox-s16.aifc
for c in s8 s16be s24be s32be f32be f64be alaw mulaw; do ff "${tiny[@]}" -c:a pcm_$c au-$c.au; done
ff "${tiny[@]}" -c:a pcm_s16be -f au - | cat > piped-s16be.au

# FLAC: sample sizes, predictors, block sizes, channels, no length and no sum.
ff "${tiny[@]}" -c:a flac -sample_fmt s16 flac-s16.flac
ff "${tiny[@]}" -c:a flac -sample_fmt s32 -bits_per_raw_sample 24 -strict -2 flac-s24.flac
sox -D "$work/tiny.wav" -b 8 flac-s8.flac
ff "${tiny[@]}" -c:a pcm_s32le "$work/s32.wav"
flac -s --no-padding -8 -m -o flac-s32.flac "$work/s32.wav"
for c in 0 5 8; do sox -D "$work/stereo.wav" -b 16 -C $c flac-level$c.flac; done
ff -i "$work/stereo.wav" -c:a flac -sample_fmt s16 -lpc_type cholesky -compression_level 12 flac-level12.flac
ff -i "$work/mono.wav" -c:a flac -sample_fmt s16 -frame_size 100 flac-blocks100.flac
ff -i "$work/surround.wav" -c:a flac -sample_fmt s16 flac-surround.flac
ff -i "$work/mono.wav" -c:a flac -sample_fmt s16 -f flac - | cat > flac-piped.flac
ff -i "$work/mono.wav" -c:a flac -sample_fmt s16 "$work/plain.flac"
{ printf 'ID3\003\000\000\000\000\000\012\000\000\000\000\000\000\000\000\000\000'; cat "$work/plain.flac"; } > flac-id3.flac

# MP3: versions, layers, tags.
ff -i "$work/mono.wav" -c:a libmp3lame -b:a 24k mp3-16k-mono.mp3
ff -i "$work/stereo.wav" -c:a libmp3lame -b:a 128k -joint_stereo 1 mp3-44k-joint.mp3
ff -i "$work/stereo.wav" -c:a libmp3lame -q:a 5 mp3-44k-vbr.mp3
ff -i "$work/stereo48.wav" -c:a libmp3lame -b:a 96k -joint_stereo 0 mp3-48k-stereo.mp3
ff -i "$work/tiny.wav" -af apad=whole_dur=0.3 -c:a libmp3lame -b:a 16k mp3-8k-stereo.mp3
ff -i "$work/stereo.wav" -c:a libmp3lame -b:a 64k -write_xing 0 -id3v2_version 0 mp3-bare.mp3
ff -i "$work/stereo.wav" -metadata title=tone -metadata artist=nobody -c:a libmp3lame -b:a 64k -id3v2_version 3 -write_id3v1 1 mp3-tagged.mp3
ff -i "$work/stereo48.wav" -c:a mp2 -b:a 96k mp2-48k.mp2

# Ogg.
ff -i "$work/mono.wav" -c:a libopus -b:a 16k opus-mono.opus
ff -i "$work/stereo48.wav" -c:a libopus -b:a 48k -page_duration 40000 opus-stereo.opus
ff -i "$work/stereo48.wav" -c:a libopus -b:a 48k -frame_duration 2.5 opus-short-frames.opus
ff -i "$work/mono.wav" -c:a libopus -b:a 12k -frame_duration 60 -application voip opus-voip.opus
ff -i "$work/surround.wav" -c:a libopus -b:a 160k -mapping_family 1 opus-surround.opus
ff -i "$work/mono.wav" -c:a libvorbis -q:a 2 vorbis-mono.ogg
ff -i "$work/stereo.wav" -c:a libvorbis -q:a 4 vorbis-stereo.ogg
ff -i "$work/stereo.wav" -c:a libvorbis -q:a 1 -page_duration 20000 vorbis-pages.ogg
ff -i "$work/surround.wav" -c:a libvorbis -q:a 1 vorbis-surround.ogg
ff -i "$work/stereo.wav" -c:a flac -sample_fmt s16 flac-in-ogg.oga

# WebM and Matroska; the live ones have no sizes, no duration, no cues, as browsers write them.
ff -i "$work/stereo48.wav" -c:a libopus -b:a 48k opus.webm
ff -i "$work/mono.wav" -c:a libopus -b:a 16k -f webm -live 1 - | cat > opus-live.webm
ff -i "$work/stereo.wav" -c:a libvorbis -q:a 1 vorbis.webm
ff -i "$work/stereo.wav" -c:a flac -sample_fmt s16 flac.mka
ff -i "$work/tiny.wav" -c:a pcm_s16le pcm-s16le.mka
ff -i "$work/tiny.wav" -c:a pcm_f32le pcm-f32le.mka
ff -i "$work/stereo.wav" -c:a libmp3lame -b:a 64k mp3.mka

for file in *.*; do
  case $file in vorbis-surround.ogg) continue ;; esac # JOrbis cannot read its coupling: there is no reference
  printf '%s,%s\n' "$file" "$(ffprobe -v error -show_entries stream=sample_rate,channels -of csv=p=0 "$file")" >> index.csv
  source=$file decoder=() form=s16
  case $file in
    opus*) decoder=(-c:a libopus) ;;
    flac-s32.flac) source=$work/s32.wav form=f32 ;; # FFmpeg 5.1 does not decode it
    *24* | *32* | *64*) form=f32 ;;
  esac
  ffmpeg -v error "${decoder[@]}" -i "$source" -f ${form}le -c:a pcm_${form}le - | gzip -9n > "$file.$form.gz"
done
sed -i 's/,$//' index.csv
du -sh --apparent-size .
