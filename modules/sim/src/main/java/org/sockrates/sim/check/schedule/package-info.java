/**
 * What a protocol is put to, as data: what two programs want ({@link org.sockrates.sim.check.schedule.Plan}), how bad a line
 * may be, and single decisions of that line ({@link org.sockrates.sim.check.schedule.Schedule}), drawn of a seed, written in
 * words, read again and made shorter. Nothing here runs any of it.
 */
@NullMarked
package org.sockrates.sim.check.schedule;

import org.jspecify.annotations.NullMarked;
