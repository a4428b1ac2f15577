/** The questions of the bench, one file each; every one is handed a {@link org.sockrates.bench.row.Plan}. */
@NullMarked
package org.sockrates.bench.row;

import org.jspecify.annotations.NullMarked;
