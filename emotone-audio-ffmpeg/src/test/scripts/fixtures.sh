#!/usr/bin/env bash
# Makes the fixtures of this module's tests: 0.2 s of a tone of 440 Hz at amplitude 0.5 on both channels, 44.1 kHz.
# Needs ffmpeg; run it by hand and commit what changes. Made with FFmpeg 5.1.9.
set -euo pipefail
cd "$(dirname "$0")/../resources/org/emotone/audio/ffmpeg"
tone=(-f lavfi -i 'aevalsrc=0.5*sin(2*PI*440*t)|0.5*sin(2*PI*440*t):s=44100:d=0.2')
ff() { ffmpeg -y -v error "${tone[@]}" "${@:1:$#-1}" -flags +bitexact -fflags +bitexact "${!#}"; }
ff -c:a aac -b:a 64k aac.m4a
ff -c:a alac -sample_fmt s16p alac.m4a
ff -c:a aac -b:a 64k aac.aac
ff -c:a wmav2 -b:a 64k wma.wma
ff -c:a ac3 -b:a 96k ac3.ac3
ff -c:a wavpack -sample_fmt s16p wavpack.wv
ff -c:a aac -b:a 64k aac.mka
ffmpeg -y -v error "${tone[@]}" -f lavfi -i color=c=gray:s=32x32:r=5:d=0.2 -c:v mpeg4 -c:a aac -b:a 64k -flags +bitexact -fflags +bitexact video.mp4
ffmpeg -y -v error -f lavfi -i color=c=gray:s=32x32:r=5:d=0.2 -c:v mpeg4 -flags +bitexact -fflags +bitexact silent-film.mp4
