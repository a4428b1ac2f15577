package org.sockrates.bench.figure;

/** Not measured, and why: {@code sockperf is missing (Debian package: sockperf)}. */
public record Skipped(String name, String reason) implements Finding {}
