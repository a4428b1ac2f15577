/**
 * What sockets need that are made of Java's channels: how they wait, what their options are called, and what must be over
 * with before there is one. For those who write a transport over {@code java.nio.channels}; reads no clock that was not
 * handed in.
 */
@NullMarked
package org.sockrates.transport.channel;

import org.jspecify.annotations.NullMarked;
