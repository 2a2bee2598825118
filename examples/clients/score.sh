#!/bin/sh
# Scores an assessment with curl. The key is read from a file, so that it stands in no list of processes.
#   RISK_TRIAGE=http://127.0.0.1:8080 KEY_FILE=key.txt ./score.sh assessment.json
set -eu
reply=$(mktemp)
trap 'rm -f "$reply"' EXIT
status=$(printf 'header = "X-API-Key: %s"\n' "$(cat "$KEY_FILE")" |
  curl -sS --config - --max-time 10 -o "$reply" -w '%{http_code}' \
    -H 'Content-Type: application/json' --data-binary @"$1" "$RISK_TRIAGE/v1/assessments")
cat "$reply"
echo
# Anything but 200 is no decision. Never put a level in its place.
[ "$status" = 200 ]
