#!/usr/bin/env bash
# Times what a newcomer sees, from a fresh clone to the first result in a browser: the build and start of ./emotone serve, the
# page, and a click on a sample. What Maven has fetched before is not fetched again; Chromium and its driver must be there.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd)
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2> /dev/null || true; rm -rf "$work"' EXIT
now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.1f s", b - a }'; }

# Until it says where it is; prints how long that took.
serve() {
  local start
  start=$(now)
  : > "$work/out"
  EMOTONE_HOME=$work/home "$work/emotone/emotone" serve --port 0 > "$work/out" 2> "$work/err" &
  server=$!
  until grep -q '^Emotone is at' "$work/out"; do
    kill -0 "$server" || { cat "$work/err" >&2; exit 1; }
    sleep 0.1
  done
  echo "$1: $(since "$start")"
}

start=$(now)
git clone -q "$root" "$work/emotone"
echo "git clone: $(since "$start")"
serve "./emotone serve, first use (builds)"
kill "$server"
wait "$server" || true
serve "./emotone serve, later"
address=$(sed -n 's/^Emotone is at \(http[^ ]*\).*/\1/p' "$work/out")
cd "$root"
mvn -B -ntp -q -pl emotone-server -am test -Dtest=FirstResultBrowserTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtest.groups=browser -Dtest.excludedGroups= "-Demotone.address=$address" > "$work/test" || { cat "$work/test" >&2; exit 1; }
cat emotone-server/target/first-result.txt
