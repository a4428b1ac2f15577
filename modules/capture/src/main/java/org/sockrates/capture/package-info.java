/**
 * What passed, drawn: the ladder.
 */
@NullMarked
package org.sockrates.capture;

import org.jspecify.annotations.NullMarked;
