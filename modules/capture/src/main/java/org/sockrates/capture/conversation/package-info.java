/**
 * Who talked with whom: calls sorted into the lives of sockets, two of which are the parties of a conversation, and the packets
 * that are its own ({@link org.sockrates.capture.conversation.Observed}). What the two did there, in which order, is not told.
 */
@NullMarked
package org.sockrates.capture.conversation;

import org.jspecify.annotations.NullMarked;
