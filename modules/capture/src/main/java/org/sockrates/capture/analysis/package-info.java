/**
 * What a row of TCP segments means: which are repeated, late or duplicate ({@link
 * org.sockrates.capture.analysis.TcpAnalysis}), with the labels Wireshark gives them; which states both ends went through;
 * one conversation in numbers; one segment in a line. It is handed decoded segments and their times, reads no file, draws
 * nothing and reads no clock.
 */
@NullMarked
package org.sockrates.capture.analysis;

import org.jspecify.annotations.NullMarked;
