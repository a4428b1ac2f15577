/** What was measured, as numbers and as pages. Nothing here starts a process or reads a clock. */
@NullMarked
package org.sockrates.bench.figure;

import org.jspecify.annotations.NullMarked;
