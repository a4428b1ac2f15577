/**
 * Captures as files: packets written to and read from streams of bytes, in the formats other tools know. A stream is
 * handed in; nothing here opens a file, and nothing here knows what a packet means.
 */
@NullMarked
package org.sockrates.capture.file;

import org.jspecify.annotations.NullMarked;
