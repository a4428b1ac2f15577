/**
 * A ladder as a picture: its ends and rows ({@link org.sockrates.capture.ladder.Ladder}), and how they are drawn, as text
 * or for Mermaid. It is handed its rows, and finds nothing out.
 */
@NullMarked
package org.sockrates.capture.ladder;

import org.jspecify.annotations.NullMarked;
