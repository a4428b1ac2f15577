package org.sockrates.lab.lint;

import org.sockrates.lab.document.LabDocument;

/**
 * Something a lab would be better without.
 *
 * @param line of the file, from 1 on
 * @param what what was found
 * @param expected what a good lab has
 */
public record Finding(LabDocument lab, int line, String what, String expected) {
    /** The message, not yet escaped: {@code file:line: what (expected: …)}. */
    public String text() {
        return lab.file() + ":" + line + ": " + what + " (expected: " + expected + ")";
    }
}
