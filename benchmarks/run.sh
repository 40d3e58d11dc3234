#!/bin/sh
# Measures how fast rrh is, beside a peer and a ceiling on the same machine, and writes docs/ytelse.md.
set -eu

usage() {
    cat << 'END'
benchmarks/run.sh [--uten-bygg] [options]
benchmarks/run.sh [--uten-bygg] --jmh [options of JMH]
benchmarks/run.sh [--uten-bygg] --utholdenhet [--kall N] [--ledige N] [--sekunder S] [--mappe DIR]

  --uten-bygg         as it was built last
  --jmh               the parts of a look-up, by JMH
  --utholdenhet       look-ups among slow callers, each round of S seconds (25) with N silent connections (10000), and N requests of
                      all sorts (1000000); a whole run writes docs/utholdenhet.md and its graph. Needs 20000 open files

  --rader A,B         only these groups of rows; which there are is told when one is unknown
  --antall N          virksomheter in the register (1000000; at least 1000)
  --runder N          rounds of load (5)
  --tunge-runder N    rounds of what takes minutes: imports, and the making of the totalbestand (3)
  --varighet S        seconds of load of each server in each round (10)
  --oppvarming N      requests that each server has answered before it is measured (300000)
  --tokens N          tokens for the row where each is verified (120000)
  --mappe DIR         where registers, databases and logs are put, and kept (benchmarks/target/arbeid)
  --paa-nytt          makes the registers and databases anew
  --ut FIL            where the table is written (docs/ytelse.md by a whole run: all rows, nothing smaller than said here, and
                      --paa-nytt; by any other ytelse.md in DIR)

At a million virksomheter it needs 40 GB of disk and 8 GB of memory. What it makes under benchmarks/target goes with «mvn clean».

Ends with 1 when a row could not be measured, with 2 when an option is wrong or a tool is missing.
END
}

cd "$(dirname "$0")/.."
PATH="$PATH:/usr/sbin:/sbin"
if [ "${1:-}" = --help ]; then
    usage
    exit
fi

missing=""
for tool in java mvn wrk nginx gzip curl; do
    command -v "$tool" > /dev/null || missing="$missing $tool"
done
if [ -n "$missing" ]; then
    echo "benchmarks/run.sh needs$missing. On Debian and Ubuntu:" >&2
    echo "    apt-get install openjdk-17-jdk-headless maven wrk nginx-light gzip curl" >&2
    exit 2
fi

if [ "${1:-}" = --uten-bygg ]; then
    shift
else
    mvn -q -Pbenchmark -pl bootstrap,benchmarks/maaling,benchmarks/motpart -am -DskipTests package
fi

classpath="benchmarks/maaling/target/maaling.jar:benchmarks/maaling/target/lib/*"
if [ "${1:-}" = --jmh ]; then
    shift
    exec java -cp "$classpath" org.openjdk.jmh.Main "$@"
fi
if [ "${1:-}" = --utholdenhet ]; then
    shift
    exec java -Xmx2g -cp "$classpath" no.rrh.benchmark.utholdenhet.Utholdenhet "$@"
fi
exec java -Xmx2g -cp "$classpath" no.rrh.benchmark.Maaling "$@"
