#!/usr/bin/env bash
# Decodes the same files with Emotone and with FFmpeg, one process and one thread of decoding each, and prints a table
# in Markdown. FLAC and Opus are the corpora's own files; WAV, MP3, Vorbis and AIFF are made of RAVDESS' first four actors
# and decoded six times over.
# Needs ffmpeg, and the test classes: mvn -pl emotone-audio test-compile dependency:build-classpath
#   usage: compare-decoders.sh CORPORA   (the folder that holds ravdess, cremad …)
set -euo pipefail
corpora=$(cd "$1" && pwd)
module=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%R %U %S'

libraries=$(cd "$module/.." && mvn -o -q -B -pl emotone-audio dependency:build-classpath -Dmdep.outputFile=/dev/stdout -Dmdep.includeScope=runtime)
class_path=$module/target/classes:$module/target/test-classes:$libraries

make() { # extension, encoder options
  local extension=$1
  shift
  mkdir -p "$work/$extension"
  find "$corpora"/ravdess/Actor_0[1-4] -name '*.flac' | sort | while read -r file; do
    ffmpeg -nostdin -v error -i "$file" "$@" "$work/$extension/$(basename "${file%.flac}").$extension"
  done
}

row() { # what, folder, extension, times
  local emotone ffmpeg i
  for ((i = 0; i < $4; i++)); do find "$2" -name "*.$3" | sort; done > "$work/list"
  emotone=$(java -XX:+UseSerialGC -cp "$class_path" org.emotone.audio.DecodingBenchmark "$work/list")
  sed "s/'/'\\\\''/g; s/.*/file '&'/" "$work/list" > "$work/concat"
  ffmpeg=$({ time ffmpeg -nostdin -v quiet -threads 1 -f concat -safe 0 -i "$work/concat" -f f32le -c:a pcm_f32le -y /dev/null; } 2>&1)
  echo "$emotone $ffmpeg" | awk -v what="$1" '{
    printf "| %s | %d | %.2f | %.1f s (%d×) | %.1f s (%d×) | %.1f | %.1f s | %.1f s |\n",
      what, $1, $2 / 3600, $4, $2 / $4, $6 + $7, $2 / ($6 + $7), $4 / ($6 + $7), $3, $5 }'
}

make wav -c:a pcm_s16le
make mp3 -c:a libmp3lame -b:a 64k
make ogg -c:a libvorbis -q:a 3
make aiff -c:a pcm_s16be

echo "| files | clips | hours | Emotone, processor | FFmpeg, processor | ratio | Emotone, clock | FFmpeg, clock |"
echo "|---|--:|--:|--:|--:|--:|--:|--:|"
row "WAV, 16 bit (RAVDESS)" "$work/wav" wav 6
row "AIFF, 16 bit (RAVDESS)" "$work/aiff" aiff 6
row "FLAC (RAVDESS)" "$corpora/ravdess" flac 1
row "MP3, 64 kbit/s (RAVDESS)" "$work/mp3" mp3 6
row "Vorbis, quality 3 (RAVDESS)" "$work/ogg" ogg 6
row "Opus, 28 kbit/s (CREMA-D)" "$corpora/cremad" opus 1
row "Opus, 28 kbit/s (TESS)" "$corpora/tess" opus 1
row "Opus, 48 kbit/s (SAVEE)" "$corpora/savee" opus 1
row "Opus, 48 kbit/s (EmoDB)" "$corpora/emodb" opus 1
