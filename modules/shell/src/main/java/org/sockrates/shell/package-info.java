/**
 * Commands, the interpreter, the line editor.
 */
@NullMarked
package org.sockrates.shell;

import org.jspecify.annotations.NullMarked;
