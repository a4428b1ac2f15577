package org.sockrates.transport.tcp;

import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;

/** How a connect that failed is told, and what its socket lost by it where that cannot be had again. */
final class ConnectFailure {
    private ConnectFailure() {}

    /** @param lost what else went wrong; empty where the socket is as before */
    static SocketCallException told(SocketCallException failure, String lost) {
        if (failure.errno()
                == Errno.EBADF) { // Java closed the channel of an interrupted thread; the socket has another
            return told(new SocketCallException(Call.CONNECT, Errno.EINTR, Errno.EINTR.text(), failure), lost);
        }
        boolean limit = failure.errno() == Errno.EAGAIN;
        if (lost.isEmpty()) {
            return limit
                    ? new SocketCallException(Call.CONNECT, Errno.ETIMEDOUT, "no answer within the limit", failure)
                    : failure;
        }
        Errno errno = limit ? Errno.ETIMEDOUT : failure.errno();
        return new SocketCallException(Call.CONNECT, errno, errno.text() + "; " + lost, failure);
    }
}
