/**
 * Experiments that put the same question to two transports.
 */
@NullMarked
package org.sockrates.compare;

import org.jspecify.annotations.NullMarked;
