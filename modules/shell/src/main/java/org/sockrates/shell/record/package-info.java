/** Recordings of a session, and films of labs, for asciinema to play. */
@NullMarked
package org.sockrates.shell.record;

import org.jspecify.annotations.NullMarked;
