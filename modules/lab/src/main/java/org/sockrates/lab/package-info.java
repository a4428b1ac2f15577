/**
 * Lab documents, expectations, the runner, grading formats. Here is only where the lab meets the shell:
 * {@link org.sockrates.lab.Interpreter}. Below, each on those before it: {@code expect} (what a command must show),
 * {@code document} (files to documents, or all their errors), {@code run} (documents to results), {@code format}
 * (results to text, JUnit XML, TAP, Gradescope) and {@code lint} (is it a good lab).
 *
 * <p>Nothing here knows a terminal, a socket or a transport.
 */
@NullMarked
package org.sockrates.lab;

import org.jspecify.annotations.NullMarked;
