#!/usr/bin/env bash
# What recording costs: scoring over HTTP by a service with a ledger, on SQLite and written through to the disk before each
# reply, beside the same service without. ROUNDS alternating rounds of SECONDS_EACH seconds each with 1, 8 and 64 connections,
# in heaps of 192 MB; medians. Afterwards the ledger is verified. FOLDER is on the disk that is to be measured.
# Needs: mvn -DskipTests package, wrk.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${ROUNDS:-5}
seconds=${SECONDS_EACH:-6}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jar=risk-service/target/risk-service.jar
work=$(mktemp -d -p "${FOLDER:-${TMPDIR:-/tmp}}")
trap 'kill "${on:-}" "${off:-}" 2> /dev/null || true; wait 2> /dev/null || true; rm -rf "$work"' EXIT

"$java" -jar $jar keys make --file "$work/keys.json" --agency benchmark --caller wrk --role scorer --days 1 > "$work/made"
key=$(grep -oE '[A-Za-z0-9_.-]{43,}' "$work/made" | tail -n 1)
"$java" -jar $jar ledger keys --keys "$work/subjects.json" > "$work/log"

start() { # port, what else is configured; leaves the process in pid
  cat > "$work/$1.yml" <<Y
purpose: demo
rehearsal: true
callers:
  apiKeys: $work/keys.json
limits:
  requestsPerSecond: 1000000
server:
  applicationConnectors: [{type: http, bindHost: 127.0.0.1, port: $1}]
  adminConnectors: [{type: http, bindHost: 127.0.0.1, port: $(($1 + 1))}]
  gzip: {enabled: false}
  requestLog: {type: quiet}
logging: {level: WARN}
ledger: {$2}
Y
  "$java" -Xmx192m ${OPTIONS:-} -jar $jar server "$work/$1.yml" >> "$work/log" 2>&1 &
  pid=$!
  until curl -sf "http://127.0.0.1:$(($1 + 1))/healthcheck" > /dev/null; do
    kill -0 "$pid" 2> /dev/null || { cat "$work/log"; exit 1; }
    sleep 0.1
  done
}
start 28080 "on: false"
off=$pid
start 28082 "on: true, url: 'jdbc:sqlite:$work/ledger.sqlite', subjectKeys: $work/subjects.json, anchors: $work/anchors.ndjson"
on=$pid

cat > "$work/post.lua" <<'L'
local file = io.open("examples/at-the-line.json", "rb")
wrk.body = file:read("*a")
file:close()
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["X-API-Key"] = os.getenv("KEY")
function done(summary, latency)
  local wrong = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("RESULT %.0f %.3f %.3f %d\n", summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(99) / 1000, wrong))
end
L
load() { # port, connections, seconds
  KEY=$key wrk -t1 -c"$2" -d"${3}s" -s "$work/post.lua" "http://127.0.0.1:$1/v1/assessments" | awk '/^RESULT/ { print $2, $3, $4, $5 }'
}
median() { sort -g | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }

load 28080 8 "${WARM:-15}" > /dev/null
load 28082 8 "${WARM:-15}" > /dev/null
echo "connections | ledger | requests a second | p50 ms | p99 ms | wrong"
for connections in 1 8 64; do
  rm -f "$work"/result.*
  for _ in $(seq "$rounds"); do
    load 28080 "$connections" "$seconds" >> "$work/result.off"
    load 28082 "$connections" "$seconds" >> "$work/result.on"
  done
  for what in off on; do
    rate=$(cut -d' ' -f1 "$work/result.$what" | median)
    p50=$(cut -d' ' -f2 "$work/result.$what" | median)
    p99=$(cut -d' ' -f3 "$work/result.$what" | median)
    wrong=$(awk '{ n += $4 } END { print n }' "$work/result.$what")
    echo "$connections | $what | $rate | $p50 | $p99 | $wrong"
    [ "$wrong" = 0 ] || { echo "Some replies were not 2xx."; exit 1; }
    echo "$rate $p99" > "$work/median.$what"
  done
  paste "$work/median.on" "$work/median.off" | awk '{ printf "  on against off: %.0f %% of the requests, %.2f times the p99\n", 100 * $1 / $3, $2 / $4 }'
done
echo "resident memory at most: $(awk '/VmHWM/ { print int($2 / 1024) " MB" }' "/proc/$on/status") with the ledger, $(awk '/VmHWM/ { print int($2 / 1024) " MB" }' "/proc/$off/status") without"
kill "$on"
wait "$on" 2> /dev/null || true
on=
echo "the ledger: $(du -m "$work/ledger.sqlite" | cut -f1) MB"
"$java" -jar $jar ledger verify --url "jdbc:sqlite:$work/ledger.sqlite" --anchors "$work/anchors.ndjson" | tail -n 2
# What the disk takes alone: how often a second 32 KB can be written through to it, one after the other.
echo "written through to the disk, one after the other: $(dd if=/dev/zero of="$work/disk" bs=32k count=500 oflag=dsync 2>&1 | awk -F, '/copied/ { split($3, t, " "); printf "%.0f a second", 500 / t[1] }')"
