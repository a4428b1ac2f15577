/**
 * Impairments as pure seeded functions; paths and relays that put them to work.
 */
@NullMarked
package org.sockrates.link;

import org.jspecify.annotations.NullMarked;
