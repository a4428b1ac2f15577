/** The command that lets protocols talk in virtual time. */
@NullMarked
package org.sockrates.shell.sim;

import org.jspecify.annotations.NullMarked;
