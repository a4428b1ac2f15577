/**
 * The programs at the ends of a measurement, each run as a process of its own by {@link org.sockrates.bench.end.End}.
 * One loop serves our transport and the bare channel: they differ in their {@link org.sockrates.bench.end.Carrier} only.
 */
@NullMarked
package org.sockrates.bench.end;

import org.jspecify.annotations.NullMarked;
