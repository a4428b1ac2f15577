/** The two roles, in one line each: a server that goes on beside the prompt, a client that asks once or again and again. */
@NullMarked
package org.sockrates.shell.roles;

import org.jspecify.annotations.NullMarked;
