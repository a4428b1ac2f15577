/**
 * What both parties of a conversation did, step by step, by their calls, by a hop or by packets; and the rows of a ladder
 * made of it ({@link org.sockrates.capture.step.Ladders}). Fed by what was seen; it draws nothing, opens no socket and knows
 * no link.
 */
@NullMarked
package org.sockrates.capture.step;

import org.jspecify.annotations.NullMarked;
