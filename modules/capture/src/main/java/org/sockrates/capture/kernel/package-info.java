/**
 * What the kernel holds: its table of sockets, read from {@code /proc} ({@link org.sockrates.capture.kernel.KernelSockets}),
 * with the states and the words of {@code ss}, and its settings, from {@code /proc/sys}
 * ({@link org.sockrates.capture.kernel.KernelValue}). It opens no socket and asks no other system.
 */
@NullMarked
package org.sockrates.capture.kernel;

import org.jspecify.annotations.NullMarked;
