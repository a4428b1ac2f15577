/**
 * The same questions put to several transports: what an {@link org.sockrates.compare.Experiment} is, who asks ({@link
 * org.sockrates.compare.Comparer}), and what an answer is, down to a {@link org.sockrates.compare.Reading}. The experiments
 * themselves are in {@code experiment}.
 *
 * <p>Nothing here may know a path by name, or print.
 */
@NullMarked
package org.sockrates.compare;

import org.jspecify.annotations.NullMarked;
