#!/bin/sh
# How long the desk takes, start of the JVM included: the median of some runs, in milliseconds. From the repository's
# root, after mvn -q -DskipTests package:
#   benchmarks/desk.sh [runs] [jar]
set -eu
runs=${1:-5}
jar=${2:-risk-service/target/risk-service.jar}
packs=risk-rules/src/main/resources/rulepacks
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$packs/plymouth" "$packs/leeds" "$work"

measure() {
    what=$1
    shift
    i=0
    while [ "$i" -lt "$runs" ]; do
        begin=$(date +%s%N)
        java -jar "$jar" "$@" > "$work/out" 2>&1
        end=$(date +%s%N)
        echo $(((end - begin) / 1000000))
        i=$((i + 1))
    done | sort -n | awk -v what="$what" '{ at[NR] = $1 } END { print what ": " at[int((NR + 1) / 2)] " (" at[1] " to " at[NR] ")" }'
}

measure "check, values alone" rules check "$work/plymouth"
measure "test, values alone" rules test "$work/plymouth"
measure "check, rules of its own" rules check "$work/leeds"
measure "test, rules of its own" rules test "$work/leeds"
measure "check, all bundled packs" rules check
measure "test, all bundled packs" rules test
