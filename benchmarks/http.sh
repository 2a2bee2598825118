#!/usr/bin/env bash
# What a scoring call over HTTP costs beside an endpoint of the same server that parses the same JSON into the same records
# and answers with a decision made once. The scoring call has credentials, checks and rules. load.sh says what is set.
set -euo pipefail
. "$(dirname "$0")/load.sh"

serve 28080 "" -cp $jar:risk-service/target/test-classes org.risktriage.service.benchmark.ConstantBeside
full() { KEY=$key load 28080/v1/assessments "$@"; }
constant() { load 28080/openapi.json "$@"; }
compare constant full
echo "resident memory at most: $(awk '/VmHWM/ { print $2 / 1024 " MB" }' "/proc/${servers[0]}/status")"
