/**
 * From words to a command that can run: what a command is ({@link org.sockrates.shell.command.Command}), which there are
 * ({@link org.sockrates.shell.command.Registry}), what each declares ({@link org.sockrates.shell.command.Declaration}),
 * and the parser that fills one. The only package that sees JCommander, but for the annotations on the commands.
 */
@NullMarked
package org.sockrates.shell.command;

import org.jspecify.annotations.NullMarked;
