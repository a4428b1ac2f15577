/** One command for each Berkeley call. Each makes its call, and tells how it ended as strace does, with a hint. */
@NullMarked
package org.sockrates.shell.socket;

import org.jspecify.annotations.NullMarked;
