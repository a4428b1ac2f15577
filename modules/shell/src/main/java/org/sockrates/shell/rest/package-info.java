/** Commands about commands: help, jobs, settings, scripts, leaving. */
@NullMarked
package org.sockrates.shell.rest;

import org.jspecify.annotations.NullMarked;
