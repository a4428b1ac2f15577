/** Links between a client and a server, made as bad as one likes: relays of the session, netem's words, Toxiproxy's faults. */
@NullMarked
package org.sockrates.shell.spoil;

import org.jspecify.annotations.NullMarked;
