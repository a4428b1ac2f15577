package org.sockrates.shell.socket;

import java.io.IOException;
import java.util.List;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.KernelTable;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.SocketAction;
import org.sockrates.transport.Call;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketEvent;

/** Makes one call and turns its end into a reply, with a hint where it failed. */
final class Calling {
    private Calling() {}

    static Reply make(Session session, Job job, OpenSocket socket, Call call, SocketAction action) throws IOException {
        SocketEvent event = session.call(job, socket, call, action);
        return reply(session, job, socket, event);
    }

    /** Who waits for datagrams at a socket without an address waits in vain, in C; Java gives it one, and does not say so. */
    static void remarkNoAddress(Job job, OpenSocket socket) {
        boolean datagrams = !socket.traits().connectionOriented();
        if (datagrams && socket.phase() == Phase.CREATED) {
            job.news("(" + socket.label() + " has no address; Java gives it one now, in C nothing would come)");
        }
    }

    /** Who connected a socket has lost the datagrams that waited there: Java takes them out, and does not say so. */
    static void remarkThrownAway(Job job, OpenSocket socket) {
        job.news("(" + socket.label() + " had datagrams waiting; Java threw them away, in C they stay)");
    }

    /** Whether datagrams wait at a socket of the kernel's UDP. */
    static boolean hasWaiting(OpenSocket socket) {
        boolean udp = socket.traits().groupSend();
        return udp
                && KernelTable.row(socket).filter(row -> row.receiveQueue() > 0).isPresent();
    }

    static CallReply reply(Session session, Job job, OpenSocket socket, SocketEvent event) {
        List<String> hints = new Hints(session, job, socket, event).lines();
        return new CallReply(event, "", hints);
    }
}
