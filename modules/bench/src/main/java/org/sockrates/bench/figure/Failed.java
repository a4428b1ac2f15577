package org.sockrates.bench.figure;

/** Could not be measured although everything is here, and what went wrong. */
public record Failed(String name, String reason) implements Finding {}
