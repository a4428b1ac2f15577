/**
 * Results as text, JSON, CSV and HTML.
 */
@NullMarked
package org.sockrates.report;

import org.jspecify.annotations.NullMarked;
