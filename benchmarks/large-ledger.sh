#!/usr/bin/env bash
# Reading from a large ledger over HTTP: one decision, and the statistics of one area and year, with one connection for
# SECONDS_EACH seconds each; median and p99 in milliseconds. Fills a ledger of ROWS decisions first (ten million take some 8 GB and
# some minutes), in FOLDER, and deletes it. Needs: mvn -DskipTests package, wrk.
set -euo pipefail
FLAGS=${FLAGS:--Xmx512m}
ROLES="auditor statistics"
. "$(dirname "$0")/load.sh"
rows=${ROWS:-10000000}
seconds=${SECONDS_EACH:-20}
export KEY=$key

began=$(date +%s)
"$java" -Xmx1g -cp $jar:risk-service/target/test-classes \
  org.risktriage.service.benchmark.FillLedger "$work/ledger.sqlite" "$rows" "$work/ids" > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
echo "filled $rows decisions in $(($(date +%s) - began)) s: $(du -m "$work" | cut -f1) MB"
serve 28080 "ledger: {on: true, url: 'jdbc:sqlite:$work/ledger.sqlite', subjectKeys: $work/subjects.json, policeAgencies: [agency-1, agency-2, agency-3]}" -jar $jar

cat > "$work/get.lua" <<'L'
wrk.headers["X-API-Key"] = os.getenv("KEY")
local ids = {}
if os.getenv("IDS") then
  for id in io.lines(os.getenv("IDS")) do ids[#ids + 1] = id end
end
request = function()
  return wrk.format("GET", #ids > 0 and "/v1/decisions/" .. ids[math.random(#ids)] or nil)
end
function done(summary, latency)
  local wrong = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("RESULT %d requests, median %.1f ms, p99 %.1f ms, most %.1f ms, %d wrong\n", summary.requests,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000, wrong))
end
L
get() { # address
  wrk -t1 -c1 -d"${seconds}s" --timeout 30s -s "$work/get.lua" "http://127.0.0.1:28080$1" | grep RESULT
}
year="from=2024-01-01&to=2024-12-31&by=quarter"
# The first of the list is the largest area, and another is of the usual size.
for area in $(curl -sf -H "X-API-Key: $KEY" http://127.0.0.1:28080/v1/areas | grep -oE '"id":"[a-z-]+","title"' | cut -d'"' -f4 | sed -n '1p;12p'); do
  curl -sf -H "X-API-Key: $KEY" "http://127.0.0.1:28080/v1/statistics?area=$area&$year&format=csv" | grep -a "assessments,count" | tail -n 1
  echo "a year's statistics of $area: $(get "/v1/statistics?area=$area&$year")"
done
IDS=$work/ids get / > /dev/null # warms up
echo "one decision, each look recorded: $(IDS=$work/ids get /)"
