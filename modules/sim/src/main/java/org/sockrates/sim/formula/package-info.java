/**
 * What a textbook reckons about the three protocols, beside what they do: its line, its formulas, and measurements with their
 * uncertainty. No packet is seen here.
 */
@NullMarked
package org.sockrates.sim.formula;

import org.jspecify.annotations.NullMarked;
