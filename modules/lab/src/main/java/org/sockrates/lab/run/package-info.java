/**
 * Runs documents against an interpreter and records what came of each step. Prints nothing.
 */
@NullMarked
package org.sockrates.lab.run;

import org.jspecify.annotations.NullMarked;
