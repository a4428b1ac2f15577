/** Commands that explain and look at nothing: an errno, a word, a figure; and the pages they show. */
@NullMarked
package org.sockrates.shell.explain;

import org.jspecify.annotations.NullMarked;
