#!/usr/bin/env bash
# What recording costs: scoring over HTTP by a service with a ledger, on SQLite and written through to the disk before each
# reply, beside the same service without. Afterwards the ledger is verified. FOLDER is on the disk that is to be measured;
# load.sh says what else is set.
set -euo pipefail
. "$(dirname "$0")/load.sh"

"$java" -jar $jar ledger keys --keys "$work/subjects.json" > "$work/log"
database="jdbc:sqlite:$work/ledger.sqlite"
serve 28080 "ledger: {on: false}" -jar $jar
serve 28082 "ledger: {on: true, url: '$database', subjectKeys: $work/subjects.json, anchors: $work/anchors.ndjson}" -jar $jar
without() { KEY=$key load 28080/v1/assessments "$@"; }
recording() { KEY=$key load 28082/v1/assessments "$@"; }
compare without recording

most() { awk '/VmHWM/ { print int($2 / 1024) " MB" }' "/proc/$1/status"; }
echo "resident memory at most: $(most "${servers[1]}") recording, $(most "${servers[0]}") without"
kill "${servers[1]}"
wait "${servers[1]}" 2> /dev/null || true
echo "the ledger: $(du -m "$work/ledger.sqlite" | cut -f1) MB"
"$java" -jar $jar ledger verify --url "$database" --anchors "$work/anchors.ndjson" | tail -n 2
# What the disk takes alone: how often a second 32 KB can be written through to it, one after the other.
echo "written through to the disk, one after the other: $(dd if=/dev/zero of="$work/disk" bs=32k count=500 oflag=dsync 2>&1 | awk -F, '/copied/ { split($3, t, " "); printf "%.0f a second", 500 / t[1] }')"
