/**
 * How things look in lines of at most 80 columns, on every terminal and in a pipe: text is folded, tables give way on their
 * right, calls lose the end of a payload first. It knows nothing of commands and prints nothing.
 */
@NullMarked
package org.sockrates.shell.text;

import org.jspecify.annotations.NullMarked;
