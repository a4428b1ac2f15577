/**
 * What the kernel knows of TCP connections, now and over time, and TCP's inventions, switched one by one. It asks and sets
 * through the module wire; how the drawings look is of {@code chart}.
 */
@NullMarked
package org.sockrates.shell.tcp;

import org.jspecify.annotations.NullMarked;
