/**
 * What a session knows: its sockets with their numbers and names, everything that was called
 * ({@link org.sockrates.shell.session.Journal}), what is set, which jobs run. It prints nothing and parses nothing.
 */
@NullMarked
package org.sockrates.shell.session;

import org.jspecify.annotations.NullMarked;
