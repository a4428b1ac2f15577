/** Readers of option values, one kind a class, for JCommander's {@code converter}; what they accept, transport's readers say. */
@NullMarked
package org.sockrates.shell.command.value;

import org.jspecify.annotations.NullMarked;
