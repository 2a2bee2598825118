# shellcheck shell=bash
# What http.sh, ledger.sh and large-ledger.sh have in common; read by them, not run. ROUNDS alternating rounds of SECONDS_EACH
# seconds each with 1, 8 and 64 connections, after WARM seconds of each at the start; medians. JVMs have the flags of
# operation/Containerfile, a heap of 192 MB among them; FLAGS sets others. Needs: mvn -DskipTests package, wrk.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rounds=${ROUNDS:-5}
seconds=${SECONDS_EACH:-6}
read -ra flags <<< "${FLAGS:-$(grep -oE '"-X[^"/]*"' operation/Containerfile | tr -d '"' | tr '\n' ' ')}"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jar=risk-service/target/risk-service.jar
work=$(mktemp -d -p "${FOLDER:-${TMPDIR:-/tmp}}")
servers=()
# shellcheck disable=SC2329 # a trap
end() {
  for server in "${servers[@]}"; do
    kill "$server" 2> /dev/null || true
    wait "$server" 2> /dev/null || true
  done
  rm -rf "$work"
}
trap end EXIT

read -ra roles <<< "${ROLES:-scorer}"
"$java" -jar $jar keys make --file "$work/keys.json" --agency benchmark --caller wrk "${roles[@]/#/--role=}" --days 1 > "$work/made"
key=$(grep -oE '[A-Za-z0-9_.-]{43,}' "$work/made" | tail -n 1)

serve() { # port, what else is configured, then how it is started; its process is the last of servers
  local port=$1
  cat > "$work/$port.yml" <<Y
purpose: demo
rehearsal: true
callers:
  apiKeys: $work/keys.json
limits:
  requestsPerSecond: 1000000
server:
  applicationConnectors: [{type: http, bindHost: 127.0.0.1, port: $port}]
  adminConnectors: [{type: http, bindHost: 127.0.0.1, port: $((port + 1))}]
  gzip: {enabled: false}
  requestLog: {type: quiet}
logging: {level: WARN}
$2
Y
  shift 2
  "$java" "${flags[@]}" "$@" server "$work/$port.yml" >> "$work/log" 2>&1 &
  servers+=($!)
  until curl -sf "http://127.0.0.1:$((port + 1))/healthcheck" > /dev/null; do
    kill -0 "${servers[-1]}" 2> /dev/null || { cat "$work/log"; exit 1; }
    sleep 0.1
  done
}

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
load() { # port and path, connections, seconds; prints requests a second, p50 and p99 in milliseconds, and how many went wrong
  wrk -t1 -c"$2" -d"${3}s" -s "$work/post.lua" "http://127.0.0.1:$1" | awk '/^RESULT/ { print $2, $3, $4, $5 }'
}
median() { sort -g | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }

compare() { # two functions of connections and seconds that load: what is compared with, and what is compared
  local one=$1 other=$2 connections what rate p50 p99 wrong
  "$one" 8 "${WARM:-15}" > /dev/null
  "$other" 8 "${WARM:-15}" > /dev/null
  echo "connections | what | requests a second | p50 ms | p99 ms | wrong"
  for connections in 1 8 64; do
    rm -f "$work"/result.*
    for _ in $(seq "$rounds"); do
      for what in "$one" "$other"; do "$what" "$connections" "$seconds" >> "$work/result.$what"; done
    done
    for what in "$one" "$other"; do
      rate=$(cut -d' ' -f1 "$work/result.$what" | median)
      p50=$(cut -d' ' -f2 "$work/result.$what" | median)
      p99=$(cut -d' ' -f3 "$work/result.$what" | median)
      wrong=$(awk '{ n += $4 } END { print n }' "$work/result.$what")
      echo "$connections | $what | $rate | $p50 | $p99 | $wrong"
      [ "$wrong" = 0 ] || { echo "Some replies were not 2xx."; exit 1; }
      echo "$rate $p99" > "$work/median.$what"
    done
    paste "$work/median.$other" "$work/median.$one" \
      | awk -v w="  $other against $one" '{ printf "%s: %.0f %% of the requests, %.2f times the p99\n", w, 100 * $1 / $3, $2 / $4 }'
  done
}
