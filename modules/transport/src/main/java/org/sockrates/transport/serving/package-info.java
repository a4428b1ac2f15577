/**
 * How a server of connections serves many, one after the other or a thread for each, and how any server ends. For those who
 * write a transport; one peer's trouble is never another's.
 */
@NullMarked
package org.sockrates.transport.serving;

import org.jspecify.annotations.NullMarked;
