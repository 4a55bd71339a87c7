#!/usr/bin/env bash
# Load on a server of this machine: 50 uploads at a time for two minutes, then uploads at a fixed rate (so that what waits counts,
# too), then 100 live streams in real time. What docs/serving.md tells of it. Needs npm (for autocannon, a public load tool, which is
# fetched into target/load) and nothing else to run on the machine.
#   RATE     uploads a second of the second part, default 60
#   SECONDS_EACH   how long each part lasts, default 120
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd)
cd "$root"
work=$root/target/load
rate=${RATE:-60}
each=${SECONDS_EACH:-120}
mkdir -p "$work"
[ -x "$work/node_modules/.bin/autocannon" ] || npm install --silent --prefix "$work" autocannon@8
./emotone --version > /dev/null
server=
trap '[ -z "$server" ] || kill "$server" 2> /dev/null || true' EXIT
EMOTONE_HOME=$work/home ./emotone serve --port 0 --rate 100000 > "$work/out" 2> "$work/err" &
server=$!
until grep -q '^Emotone is at' "$work/out"; do
  kill -0 "$server" || { cat "$work/err" >&2; exit 1; }
  sleep 0.2
done
address=$(grep -o 'http://[^ ]*[0-9]' "$work/out" | head -1)
java_process=$(pgrep -f "emotone-cli.*serve --port 0" | head -1)
memory() { awk '/VmRSS|VmHWM/ { printf "%s %d MB  ", $1, $2 / 1024 }' "/proc/$java_process/status"; echo; }
form='{"file":{"type":"file","path":"samples/cheerful-woman.wav"},"options":{"type":"text","value":"{\"store\":false}"}}'
cannon() { "$work/node_modules/.bin/autocannon" --no-progress --latency --renderStatusCodes -m POST -F "$form" "$@" "$address/v1/recognitions" 2>&1; }

echo "== warm-up, 10 s"
cannon -c 8 -d 10 > /dev/null
echo "== 50 uploads at a time, $each s"
cannon -c 50 -d "$each"
memory
echo "== $rate uploads a second, $each s"
cannon -c 50 -d "$each" -R "$rate"
memory
echo "== 100 live streams, $each s"
java -cp "target/app/$(cat target/app/stamp)/lib/*" emotone-benchmarks/src/main/java/org/emotone/benchmarks/StreamLoad.java \
  "ws${address#http}" 100 "$each" samples/calm-man.wav samples/flat-man.wav samples/sad-woman.wav
memory
