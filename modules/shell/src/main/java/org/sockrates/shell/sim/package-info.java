/** Commands in virtual time: one lets protocols talk, the other hunts them for bugs. */
@NullMarked
package org.sockrates.shell.sim;

import org.jspecify.annotations.NullMarked;
