/**
 * One command at work: what it says ({@link org.sockrates.shell.job.Reply}, {@link org.sockrates.shell.job.Voice}), how long
 * somebody waits for it, how it is ended ({@link org.sockrates.shell.job.Job}). Knows no socket and no command.
 */
@NullMarked
package org.sockrates.shell.job;

import org.jspecify.annotations.NullMarked;
