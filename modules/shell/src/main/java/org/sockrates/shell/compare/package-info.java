/** The command that puts the same questions to several transports. */
@NullMarked
package org.sockrates.shell.compare;

import org.jspecify.annotations.NullMarked;
