#!/usr/bin/env bash
# How many lines of a batch a second a running service answers, and whether the size of a batch matters: LINES lines of one
# worked request over one connection, in a heap of 192 MB. Needs: mvn -DskipTests package, python3, curl.
set -euo pipefail
cd "$(dirname "$0")/.."
lines=${LINES:-200000}
rounds=${ROUNDS:-3}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'kill "$pid" 2> /dev/null; rm -rf "$work"' EXIT
line=$(python3 -c "import json; print(json.dumps(json.load(open('examples/at-the-line.json')), separators=(',', ':')))")
RISK_TRIAGE_PORT=28080 RISK_TRIAGE_ADMIN_PORT=28081 "$java" -Xmx192m -jar risk-service/target/risk-service.jar server > "$work/log" 2>&1 &
pid=$!
until curl -sf http://127.0.0.1:28081/healthcheck > /dev/null; do sleep 0.1; done
repeat() { awk -v line="$1" -v n="$2" 'BEGIN { for (i = 0; i < n; i++) print line }'; }
for round in $(seq "$rounds"); do
  start=$(date +%s%N)
  summary=$(repeat "$line" "$lines" | curl -sS --no-buffer -T - -X POST -H 'Content-Type: application/x-ndjson' http://127.0.0.1:28080/v1/assessments/batch | tail -n 1)
  seconds=$(( ($(date +%s%N) - start) / 1000000 ))
  echo "round $round: $summary, $((lines * 1000 / seconds)) lines a second, $(( lines * ${#line} / 1000000 )) MB sent"
done
echo "resident memory: $(awk '/VmHWM/ { print $2 / 1024 " MB" }' "/proc/$pid/status")"
