package org.sockrates.shell.socket;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.machine.ThisMachine;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;

@Parameters(commandDescription = "makes a socket: an end of a conversation that has no address yet")
@Manual(
        text = {
            "Its number is the lowest that is free, as for every file of a Unix process. The",
            "socket is the current one from now on: other calls mean it when none is named."
        },
        example = {"socket", "socket udp --as alice", "socket tcp --ipv6"},
        see = "socket(2)",
        proves = Proof.OF_ITSELF)
final class SocketCommand implements Command {
    @Parameter(description = "[TRANSPORT]")
    private List<Word> words = new ArrayList<>();

    @Parameter(names = "--as", placeholder = "NAME", description = "a name for it")
    private String name = "";

    @Parameter(
            names = {"-6", "--ipv6"},
            description = "of the family AF_INET6 instead of AF_INET")
    private boolean ipv6;

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("socket", words, session);
        String wanted = operands.nextOr(session.defaults().transport());
        operands.end();
        Transport transport = session.transport("socket", wanted);
        session.place().ready();
        String given = name.isEmpty() ? "" : session.sockets().freeName("socket: --as", name);
        Family family = ipv6 ? Family.AF_INET6 : session.defaults().family();
        AtomicReference<@Nullable TransportSocket> made = new AtomicReference<>();
        SocketEvent event = session.call(job, transport.name(), () -> made.set(transport.open(family)));
        TransportSocket socket = made.get();
        if (socket != null) {
            session.sockets().add(socket, given, true);
        }
        return new CallReply(event, socket == null ? "" : given, hints(event, family));
    }

    static List<String> hints(SocketEvent event, Family family) {
        return event.failedWith(Errno.EAFNOSUPPORT) ? List.of(ThisMachine.without(family)) : List.of();
    }
}
