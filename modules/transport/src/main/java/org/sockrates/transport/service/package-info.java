/** The small services of the internet's first years, and a pinger that loses on purpose. One file each. */
@NullMarked
package org.sockrates.transport.service;

import org.jspecify.annotations.NullMarked;
