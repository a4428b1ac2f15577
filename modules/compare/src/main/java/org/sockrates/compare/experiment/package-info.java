/**
 * The experiments, one file each, and what they have in common: two ends brought together ({@link
 * org.sockrates.compare.experiment.Meeting}), a way to listen that never waits in vain for long ({@link
 * org.sockrates.compare.experiment.Ear}), and sentences made of figures.
 *
 * <p>Nothing here may name a transport, read a clock of its own, start a thread, or print.
 */
@NullMarked
package org.sockrates.compare.experiment;

import org.jspecify.annotations.NullMarked;
