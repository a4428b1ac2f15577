/**
 * Hosts in user space, on this machine's loopback: a relay before the server of a transport, one for datagrams and one for
 * streams, each with one thread; and the two paths that any system has. They wait, hold and count, and decide nothing.
 */
@NullMarked
package org.sockrates.link.relay;

import org.jspecify.annotations.NullMarked;
