#!/usr/bin/env bash
# What a scoring call over HTTP costs beside an endpoint of the same server that parses the same JSON into the same records
# and answers with a decision made once. The scoring call has credentials, checks and rules. ROUNDS alternating rounds of
# SECONDS seconds each with 1, 8 and 64 connections; medians. The JVM has the flags of operation/Containerfile, a heap of 192 MB
# among them; FLAGS sets others. Needs: mvn -DskipTests package, wrk.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${ROUNDS:-5}
seconds=${SECONDS_EACH:-6}
flags=${FLAGS:-$(grep -oE '"-X[^"]*"' operation/Containerfile | tr -d '"')}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'kill "$pid" 2> /dev/null; rm -rf "$work"' EXIT

cat > "$work/http.yml" <<'Y'
purpose: demo
rehearsal: true
callers:
  apiKeys: WORK/keys.json
limits:
  requestsPerSecond: 1000000
server:
  applicationConnectors: [{type: http, bindHost: 127.0.0.1, port: 28080}]
  adminConnectors: [{type: http, bindHost: 127.0.0.1, port: 28081}]
  gzip: {enabled: false}
  requestLog: {type: quiet}
logging: {level: WARN}
Y
sed -i "s#WORK#$work#" "$work/http.yml"
"$java" -jar risk-service/target/risk-service.jar keys make --file "$work/keys.json" --agency benchmark --caller wrk --role scorer --days 1 > "$work/made"
key=$(grep -oE '[A-Za-z0-9_.-]{43,}' "$work/made" | tail -n 1)
# shellcheck disable=SC2086 # several flags
"$java" $flags -cp risk-service/target/risk-service.jar:risk-service/target/test-classes \
  org.risktriage.service.benchmark.ConstantBeside server "$work/http.yml" > "$work/log" 2>&1 &
pid=$!
until curl -sf http://127.0.0.1:28081/healthcheck > /dev/null; do
  kill -0 "$pid" 2> /dev/null || { cat "$work/log"; exit 1; }
  sleep 0.1
done

cat > "$work/post.lua" <<'L'
local file = io.open("examples/at-the-line.json", "rb")
wrk.body = file:read("*a")
file:close()
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
if os.getenv("KEY") then wrk.headers["X-API-Key"] = os.getenv("KEY") end
function done(summary, latency)
  local wrong = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("RESULT %.0f %.3f %.3f %d\n", summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(99) / 1000, wrong))
end
L
load() { # path, connections, seconds
  wrk -t1 -c"$2" -d"${3}s" -s "$work/post.lua" "http://127.0.0.1:28080$1" | awk '/^RESULT/ { print $2, $3, $4, $5 }'
}
full() { KEY=$key load /v1/assessments "$1" "$2"; }
constant() { load /openapi.json "$1" "$2"; }
median() { sort -g | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }

full 8 15 > /dev/null
constant 8 15 > /dev/null
echo "connections | what | requests a second | p50 ms | p99 ms | wrong"
for connections in 1 8 64; do
  rm -f "$work"/full "$work"/constant
  for _ in $(seq "$rounds"); do
    constant "$connections" "$seconds" >> "$work/constant"
    full "$connections" "$seconds" >> "$work/full"
  done
  for what in constant full; do
    rate=$(cut -d' ' -f1 "$work/$what" | median)
    p50=$(cut -d' ' -f2 "$work/$what" | median)
    p99=$(cut -d' ' -f3 "$work/$what" | median)
    wrong=$(awk '{ n += $4 } END { print n }' "$work/$what")
    echo "$connections | $what | $rate | $p50 | $p99 | $wrong"
    [ "$wrong" = 0 ] || { echo "Some replies were not 2xx."; exit 1; }
    echo "$rate $p99" > "$work/median.$what"
  done
  paste "$work/median.full" "$work/median.constant" | awk '{ printf "  full against constant: %.0f %% of the requests, %.2f times the p99\n", 100 * $1 / $3, $2 / $4 }'
done
echo "resident memory at most: $(awk '/VmHWM/ { print int($2 / 1024) " MB" }' "/proc/$pid/status")"
