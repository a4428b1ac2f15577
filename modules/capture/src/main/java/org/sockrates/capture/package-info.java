/**
 * What passed, drawn, and what the kernel holds: the ladder of a conversation ({@link org.sockrates.capture.Ladder}) and the kernel's socket
 * table ({@link org.sockrates.capture.KernelSockets}). Fed by socket events and by what a relay saw; it opens no socket
 * and knows no link.
 */
@NullMarked
package org.sockrates.capture;

import org.jspecify.annotations.NullMarked;
