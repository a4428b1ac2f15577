/**
 * What numbered packets tell, TCP's segments not among them: what a sender waits for, when its timer runs and what a receiver
 * keeps ({@link org.sockrates.capture.numbered.NumberedEnd}). No protocol is asked.
 */
@NullMarked
package org.sockrates.capture.numbered;

import org.jspecify.annotations.NullMarked;
