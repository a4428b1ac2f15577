/**
 * Results as text, JSON, CSV and HTML, and the files they are written to.
 */
@NullMarked
package org.sockrates.report;

import org.jspecify.annotations.NullMarked;
