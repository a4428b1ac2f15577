/**
 * What this machine and its kernel tell, whoever asks: who has a port, which addresses and ways there are, what may not be,
 * where programs lie. Nothing here knows a session.
 */
@NullMarked
package org.sockrates.shell.machine;

import org.jspecify.annotations.NullMarked;
