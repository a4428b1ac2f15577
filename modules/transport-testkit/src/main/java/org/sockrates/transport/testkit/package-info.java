/**
 * One contract every transport must keep; clocks, seeds, leak checks.
 */
@NullMarked
package org.sockrates.transport.testkit;

import org.jspecify.annotations.NullMarked;
