/** Processes that are measured: ours and the peers', each bounded in time, pinned as told and ended by its id. */
@NullMarked
package org.sockrates.bench.process;

import org.jspecify.annotations.NullMarked;
