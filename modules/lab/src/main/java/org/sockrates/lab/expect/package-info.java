/**
 * What a command of a lab must show, and whether it did: exact lines, globs, regular expressions, captures, tolerances,
 * bags of lines. Pure functions of text; no clock, no file.
 */
@NullMarked
package org.sockrates.lab.expect;

import org.jspecify.annotations.NullMarked;
