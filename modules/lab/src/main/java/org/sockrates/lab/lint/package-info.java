/**
 * Whether a lab is a good lab: it asks a question, has something to remember, and can fail.
 */
@NullMarked
package org.sockrates.lab.lint;

import org.jspecify.annotations.NullMarked;
