/**
 * Curves over time in lines of text: dots of Braille where the screen has more than ASCII, one mark a character where it
 * has not. It knows nothing of what the figures are about.
 */
@NullMarked
package org.sockrates.shell.chart;

import org.jspecify.annotations.NullMarked;
