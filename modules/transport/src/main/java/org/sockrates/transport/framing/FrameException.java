package org.sockrates.transport.framing;

import java.io.IOException;

/** What came from the peer is not a frame, or only a part of one. The stream cannot be read on. */
public final class FrameException extends IOException {
    private static final long serialVersionUID = 1;

    FrameException(String message) {
        super(message);
    }
}
