/**
 * The TCP stream behind Transport.
 */
@NullMarked
package org.sockrates.transport.tcp;

import org.jspecify.annotations.NullMarked;
