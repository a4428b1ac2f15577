package org.sockrates.compare;

/** What one run of an experiment has to say about one measure of one transport. */
public record Figure(Measure measure, Reading reading) {}
