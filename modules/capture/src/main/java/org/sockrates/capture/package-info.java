/**
 * What passed, drawn, and what the kernel holds: the ladder of a conversation ({@link org.sockrates.capture.Ladder}), the
 * states of both ends as far as segments tell them ({@link org.sockrates.capture.InferredStates}), and the kernel's socket
 * table ({@link org.sockrates.capture.KernelSockets}). Fed by socket events, by what a hop saw and by decoded packets; it
 * opens no socket and knows no link.
 */
@NullMarked
package org.sockrates.capture;

import org.jspecify.annotations.NullMarked;
