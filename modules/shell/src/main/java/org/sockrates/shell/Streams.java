package org.sockrates.shell;

import java.io.InputStream;
import java.io.PrintStream;

/** The three streams of a process. */
public record Streams(InputStream in, PrintStream out, PrintStream err) {}
