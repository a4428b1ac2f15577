/** Java that somebody else wrote, compiled in memory. */
@NullMarked
package org.sockrates.shell.source;

import org.jspecify.annotations.NullMarked;
