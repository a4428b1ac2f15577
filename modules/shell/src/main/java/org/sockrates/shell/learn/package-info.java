/** Labs: run and judged, or worked through step by step, with a prediction before and a sentence to remember after. */
@NullMarked
package org.sockrates.shell.learn;

import org.jspecify.annotations.NullMarked;
