#!/usr/bin/env bash
# A real standalone cluster of Apache Spark on this machine, from the jars that Maven resolved: a master and workers of
# one core, each a process of its own, and what docs/spark.md tells of it.
#
#   cluster.sh equal FOLDER…    hears all recordings under the folders on two workers and in one process, and compares
#   cluster.sh kill FOLDER…     the same, but kills one worker and its executor (kill -9) in the middle
#   cluster.sh study SAVEE      cross-validates recipes/cnn-small.yaml on two workers, of which one is killed in the middle
#                               of a run, and in one process, and compares what was learned
#   cluster.sh scale FOLDER…    one worker, two workers, and what a job costs that has nothing to do
#   cluster.sh up N             starts a cluster of N workers and prints its URL; Enter ends it
#
#   WORK        folder for tables, logs and the answers of one process; default target/cluster
#   CHUNK       recordings that are committed together while a worker is killed, default 3000
#   REFERENCE   a file with the answers of one process ("emotone analyze --json"), if it is there already
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../../.."
root=$PWD
work=${WORK:-$root/target/cluster}
reference=${REFERENCE:-$work/one-process.json}
port=${PORT:-17077}
mkdir -p "$work"
processes=()
workers=()

die() { echo "cluster.sh: $*" >&2; exit 1; }
now() { date +%s.%N; }
took() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.1f", b - a }'; }

folders=()
named=()
if [ "${1:-}" != up ]; then
  for folder in "${@:2}"; do
    [ -d "$folder" ] || die "$folder: there is no such folder"
    folders+=("$(cd "$folder" && pwd)")
    named+=(--input "${folders[-1]}")
  done
fi

# Ends what was started here, and nothing else.
down() {
  local process
  for process in ${processes[@]+"${processes[@]}"}; do kill "$process" 2> /dev/null || true; done
  for process in ${processes[@]+"${processes[@]}"}; do wait "$process" 2> /dev/null || true; done
  processes=()
  workers=()
}
trap down EXIT

"$root/emotone" --version > /dev/null
if [ ! -d "$root/target/app/$(cat "$root/target/app/stamp")/spark" ]; then
  # The first batch fetches Spark; this one hears a clip of the samples.
  rm -rf "$work/first"
  "$root/emotone" batch --input "$root/samples/flat-man.wav" --output "$work/first"
fi
SPARK_HOME=$root/target/app/$(cat "$root/target/app/stamp")/spark
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

daemon() {
  local log=$1
  shift
  SPARK_HOME=$SPARK_HOME SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_DIRS=$work/local "$java" -Xmx256m "@$root/emotone-spark/java-options" \
    "-Dlog4j2.configurationFile=$root/emotone-spark/src/test/resources/cluster-log4j2.properties" \
    -cp "$SPARK_HOME/jars/*" "$@" > "$work/$log" 2>&1 &
  processes+=($!)
}

await() {
  local i
  for i in $(seq 120); do
    if grep -q "$2" "$work/$1" 2> /dev/null; then return; fi
    sleep 1
  done
  die "$1 does not say \"$2\" after two minutes; see $work/$1"
}

# A master and so many workers.
up() {
  local i
  daemon master.log org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$port" --webui-port 0
  await master.log "I have been elected leader"
  for i in $(seq "$1"); do
    daemon "worker$i.log" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --webui-port 0 --cores 1 --memory 1500m \
      --work-dir "$work/worker$i" "spark://127.0.0.1:$port"
    workers+=("${processes[-1]}")
  done
  for i in $(seq "$1"); do await "worker$i.log" "Successfully registered with master"; done
}

# A batch on the cluster into a new table.
batch() {
  local table=$1
  shift
  rm -rf "${work:?}/$table"
  env -u SPARK_HOME EMOTONE_JAVA_OPTS=-Xmx1g "$root/emotone" batch --master "spark://127.0.0.1:$port" \
    --conf spark.executor.memory=1g --conf spark.ui.enabled=false --conf spark.driver.host=127.0.0.1 \
    --output "$work/$table" "$@"
}

one_process() {
  if [ ! -s "$reference" ]; then
    local began
    began=$(now)
    "$root/emotone" analyze --json "$@" > "$reference.part"
    mv "$reference.part" "$reference"
    echo "one process: $(took "$began") s"
  fi
}

compare() {
  "$java" -Xmx1g "@$root/emotone-spark/java-options" -Dlog4j2.configurationFile="$root/emotone-spark/log4j2.properties" \
    -cp "$SPARK_HOME/jars/*" "$root/emotone-spark/src/test/scripts/Compare.java" "$work/$1" "$reference"
}

# Kills one worker and the executor that it started, as if the machine had gone.
kill_one() {
  local executor
  executor=$(pgrep -P "${workers[1]}" || true)
  echo "killing worker ${workers[1]} and its executor ${executor:-(none)}: $1"
  # shellcheck disable=SC2086
  kill -9 "${workers[1]}" $executor
}

kill_in_batch() {
  until grep -qs ' are in the table' "$work/kill.err"; do
    kill -0 "$running" 2> /dev/null || die "the batch ended before anything was in the table; see $work/kill.err"
    sleep 1
  done
  sleep "${KILL_AFTER:-5}"
  kill_one "$(tail -n 1 "$work/kill.err")"
}

# The recipe in a new folder of the study; the other arguments go to the command.
study() {
  rm -rf "${work:?}/$1"
  env -u SPARK_HOME "$root/emotone" cross-validate "$root/recipes/cnn-small.yaml" --set 'corpora=[savee]' --set training.epochs=20 \
    --set split.folds=4 --corpus "savee=${folders[0]}" --out "$work/$1" "${@:2}" > "$work/$1.out" 2> "$work/$1.err"
}

# Runs that have learned for two epochs and have not ended.
under_way() {
  local run count=0
  for run in "$work/study-two/runs/"*/; do
    if [ ! -e "$run/model.emotone" ] && [ "$(cat "$run/metrics.csv" 2> /dev/null | wc -l)" -ge 3 ]; then count=$((count + 1)); fi
  done
  echo "$count"
}

kill_in_study() {
  until [ "$(under_way)" -ge 2 ]; do
    kill -0 "$running" 2> /dev/null || die "the study ended too soon; see $work/study-two.err"
    sleep 0.2
  done
  kill_one "$(cd "$work/study-two/runs" && wc -l ./*/metrics.csv | tr -s ' \n' ' ')"
}

same_study() {
  local file
  diff "$work/study-one.out" "$work/study-two.out" || die "the studies say different things"
  for file in "$work/study-one/runs/"*/{weights.safetensors,predictions.csv}; do
    cmp "$file" "${file/study-one/study-two}" || die "a run learned something else"
  done
  echo "equal: the figures, and weights and answers of $(find "$work/study-one/runs" -name weights.safetensors | wc -l) runs, byte for byte"
}

case ${1:-} in
  equal)
    one_process "${folders[@]}"
    up 2
    began=$(now)
    batch equal "${named[@]}"
    echo "two workers of one core: $(took "$began") s with the start of the program"
    compare equal
    ;;
  kill)
    one_process "${folders[@]}"
    up 2
    batch kill --chunk "${CHUNK:-3000}" "${named[@]}" 2> "$work/kill.err" > "$work/kill.out" &
    running=$!
    kill_in_batch
    wait "$running" || die "the batch failed; see $work/kill.err"
    cat "$work/kill.err" "$work/kill.out"
    compare kill
    ;;
  study)
    study study-one || die "see $work/study-one.err"
    up 2
    study study-two --master "spark://127.0.0.1:$port" --conf spark.ui.enabled=false --conf spark.driver.host=127.0.0.1 &
    running=$!
    kill_in_study
    wait "$running" || die "the study failed; see $work/study-two.err"
    cat "$work/study-two.err" "$work/study-two.out"
    same_study
    ;;
  scale)
    for count in 1 2; do
      up "$count"
      echo "== $count workers of one core"
      echo "-- one clip"; batch one --input "$root/samples/flat-man.wav" --json
      echo "-- all"; batch "scale$count" "${named[@]}" --json
      down
    done
    ;;
  up)
    up "${2:-2}"
    echo "spark://127.0.0.1:$port (Enter ends it)"
    read -r _
    ;;
  *) die "say equal, kill, study, scale or up, and the folders; see the head of this file" ;;
esac
