#!/usr/bin/env bash
# How long a fresh JVM takes: to a first decision with the library's own jars, without and with a class data archive, and
# to a healthy service with a ledger, with the flags of operation/Containerfile, and with an archive too. Wall time in seconds, medians of several runs. Needs: mvn -DskipTests package.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${RUNS:-9}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp=$(cat risk-core/target/runtime.classpath)
jars="$work/first.jar:$(echo "$cp" | sed "s#[^:]*/risk-rules/target/[^:]*#risk-rules/target/risk-rules-0.1.0.jar#"):risk-core/target/risk-core-0.1.0.jar"
cat > "$work/First.java" <<'J'
import java.time.LocalDate;
import org.risktriage.triage.*;

class First {
    public static void main(String[] arguments) {
        Decision decision = RiskTriage.bundled().assess(Assessment.builder()
                .assessedOn(LocalDate.of(2026, 11, 21)).answer("q1", Answer.YES).answer("q15", Answer.YES).build());
        if (decision.level().value() != Level.STANDARD) {
            throw new IllegalStateException("An unexpected level");
        }
    }
}
J
"${java}c" -cp "$jars" -d "$work/classes" "$work/First.java"
"${java%java}jar" --create --file "$work/first.jar" -C "$work/classes" .

median() { sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }
wall() {
  for _ in $(seq "$runs"); do
    start=$(date +%s%N)
    "$@" > /dev/null 2>&1
    echo $(( ($(date +%s%N) - start) / 1000000 ))
  done | median | awk '{ printf "%.2f s\n", $1 / 1000 }'
}

library=$(echo "$jars" | tr ':' '\n' | grep -v first.jar)
echo "jars of the library: $(echo "$library" | wc -l), $(echo "$library" | xargs cat | wc -c) bytes"
echo "first decision, fresh JVM:            $(wall "$java" -cp "$jars" First)"
"$java" -XX:ArchiveClassesAtExit="$work/first.jsa" -cp "$jars" First > /dev/null 2>&1
echo "first decision, class data archive:   $(wall "$java" -XX:SharedArchiveFile="$work/first.jsa" -cp "$jars" First)"

jar=risk-service/target/risk-service.jar
flags=$(grep -oE '"-X[^"/]*"' operation/Containerfile | tr -d '"')
healthy() { # what it is, then flags of the JVM
  local what=$1
  shift
  for _ in $(seq "$runs"); do
    start=$(date +%s%N)
    RISK_TRIAGE_PORT=28080 RISK_TRIAGE_ADMIN_PORT=28081 RISK_TRIAGE_LEDGER="$work/ledger.sqlite" \
      RISK_TRIAGE_SUBJECT_KEYS="$work/keys.json" "$java" "$@" -jar "$jar" server > /dev/null 2>&1 &
    pid=$!
    until curl -sf http://127.0.0.1:28081/healthcheck > /dev/null; do sleep 0.02; done
    echo $(( ($(date +%s%N) - start) / 1000000 ))
    kill "$pid"
    wait "$pid" 2> /dev/null || true
  done | median | awk -v what="$what" '{ printf "%-37s %.2f s\n", what, $1 / 1000 }'
}
healthy "service healthy, no flags:"
# shellcheck disable=SC2086 # several flags
healthy "the same, flags of the container:" $flags
runs=1 healthy "writing its class data archive:" -XX:ArchiveClassesAtExit="$work/service.jsa" > /dev/null
# shellcheck disable=SC2086
healthy "the same with it, flags too:" -XX:SharedArchiveFile="$work/service.jsa" $flags
