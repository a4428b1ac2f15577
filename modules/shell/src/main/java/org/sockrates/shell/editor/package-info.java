/**
 * The line editor: what a person at a terminal sees and types. Scripts, pipes and one-shot commands never come here. All
 * it knows of a command is its declaration.
 */
@NullMarked
package org.sockrates.shell.editor;

import org.jspecify.annotations.NullMarked;
