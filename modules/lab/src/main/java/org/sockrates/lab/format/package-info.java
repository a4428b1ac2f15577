/**
 * Results as people and graders read them: text, JUnit XML, TAP 14, Gradescope. Decides nothing.
 */
@NullMarked
package org.sockrates.lab.format;

import org.jspecify.annotations.NullMarked;
