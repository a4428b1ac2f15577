/**
 * The wire in the shell: how this process gets onto it, where its sockets meet there, and the commands that only it has.
 * Nothing of the wire itself is loaded before somebody asks for it.
 */
@NullMarked
package org.sockrates.shell.wire;

import org.jspecify.annotations.NullMarked;
