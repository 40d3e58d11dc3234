/** The parts of a look-up, each by itself, by JMH: {@code benchmarks/run.sh --jmh}. */
package no.rrh.benchmark.mikro;
