/** Commands that look, and change no socket: the table of sockets, the trace, the ladder, the journal. */
@NullMarked
package org.sockrates.shell.look;

import org.jspecify.annotations.NullMarked;
