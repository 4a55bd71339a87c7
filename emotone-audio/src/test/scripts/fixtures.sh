#!/bin/sh
# Makes the compressed fixtures of the audio tests from synthetic tones. Needs ffmpeg with libopus and
# libvorbis; run it by hand from anywhere and commit what changes. Made with FFmpeg 5.1.
set -eu
cd "$(dirname "$0")/../resources/org/emotone/audio"

# Left 440 Hz at amplitude 0.5, right 660 Hz at 0.25.
mono='aevalsrc=0.5*sin(2*PI*440*t)'
stereo="$mono|0.25*sin(2*PI*660*t)"

encode() { # source, seconds, rate, output, encoder options
  source=$1 seconds=$2 rate=$3 output=$4
  shift 4
  ffmpeg -y -v error -f lavfi -i "$source:d=$seconds:s=$rate" -map_metadata -1 \
    -flags +bitexact -fflags +bitexact "$@" "$output"
}

encode "$mono" 0.5 16000 mono-s16.flac -sample_fmt s16
encode "$stereo" 0.1 44100 stereo-s24.flac -sample_fmt s32 -bits_per_raw_sample 24 -strict -2
# Five and more pages, so that page boundaries are met.
encode "$mono" 0.5 48000 mono.opus -c:a libopus -b:a 32k -page_duration 100000
encode "$stereo" 0.31 48000 stereo.opus -c:a libopus -b:a 64k -page_duration 50000
encode "$mono" 0.1 16000 vorbis.ogg -c:a libvorbis

# What libopus decodes, as 16-bit samples: every 37th of the interleaved ones.
for name in mono stereo; do
  ffmpeg -v error -c:a libopus -i $name.opus -f s16le - | od -An -v -t d2 -w2 |
    awk 'NR % 37 == 1 { print $1 }' >$name.opus.txt
done
