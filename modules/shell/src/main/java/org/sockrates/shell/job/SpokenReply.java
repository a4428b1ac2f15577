package org.sockrates.shell.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reply that is its lines and its value. */
record SpokenReply(List<String> lines, @Nullable Object json, int status) implements Reply {}
