/**
 * The promises every transport keeps, one interface for each subject, and {@link
 * org.sockrates.transport.testkit.contract.TransportContract}, which is all of them. A promise that a transport does not
 * make is skipped, naming the trait.
 */
@NullMarked
package org.sockrates.transport.testkit.contract;

import org.jspecify.annotations.NullMarked;
