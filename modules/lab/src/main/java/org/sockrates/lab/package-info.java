/**
 * Lab documents, expectations, the runner, grading formats.
 */
@NullMarked
package org.sockrates.lab;

import org.jspecify.annotations.NullMarked;
