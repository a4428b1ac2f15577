/**
 * What the tests of every transport share: a clock that is turned by hand, random tests that can be replayed, a look for
 * what was left open, a bench with sockets on it. The promises themselves are in {@code contract}.
 */
@NullMarked
package org.sockrates.transport.testkit;

import org.jspecify.annotations.NullMarked;
