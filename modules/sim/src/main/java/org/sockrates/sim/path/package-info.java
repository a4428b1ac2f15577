/**
 * The path {@code sim}: the ordinary blocking sockets in virtual time. One actor runs at a time, and time jumps ahead when
 * all of them wait, so that an experiment is a function of its code and its seed. TCP is a model here.
 */
@NullMarked
package org.sockrates.sim.path;

import org.jspecify.annotations.NullMarked;
