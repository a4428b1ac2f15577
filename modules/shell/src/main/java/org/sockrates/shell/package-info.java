/**
 * The front ends of the one interpreter: the process's own arguments, a script or a pipe, a lab, and the line editor
 * ({@code editor}). {@link org.sockrates.shell.Program} picks one.
 */
@NullMarked
package org.sockrates.shell;

import org.jspecify.annotations.NullMarked;
