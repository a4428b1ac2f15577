/**
 * Lab files read into documents, or into all of their problems at once. Nothing is run here.
 */
@NullMarked
package org.sockrates.lab.document;

import org.jspecify.annotations.NullMarked;
