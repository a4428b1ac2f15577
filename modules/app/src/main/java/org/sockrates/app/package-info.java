/**
 * main(), wiring, packaging; tests that look at the whole house.
 */
@NullMarked
package org.sockrates.app;

import org.jspecify.annotations.NullMarked;
