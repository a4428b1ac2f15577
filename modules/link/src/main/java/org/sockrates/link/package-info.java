/**
 * What lies between two endpoints and spoils things. {@link org.sockrates.link.Link} decides, as a pure seeded function
 * of packet and time; {@link org.sockrates.link.Path} is where it is put to work, {@link org.sockrates.link.LinkHost} what
 * does so; {@link org.sockrates.link.PassedPacket} and {@link org.sockrates.link.LinkReport} tell what passed. What a link
 * decides by is in {@code rule}, what a stream can have instead in {@code fault}, and hosts in user space are in
 * {@code relay}: it knows all of them, faults know links, links know rules, and none knows who stands above.
 *
 * <p>Nothing that decides may read a clock, start a thread or open a socket; only relays and paths do.
 */
@NullMarked
package org.sockrates.link;

import org.jspecify.annotations.NullMarked;
