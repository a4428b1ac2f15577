/**
 * How a server of connections serves many: one after the other, a thread for each. For those who write a transport whose
 * sockets connect; one peer's trouble is never another's.
 */
@NullMarked
package org.sockrates.transport.serving;

import org.jspecify.annotations.NullMarked;
