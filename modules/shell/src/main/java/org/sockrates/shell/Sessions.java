package org.sockrates.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sockrates.capture.ladder.Drawing;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.compare.CompareCommand;
import org.sockrates.shell.explain.ExplainCommands;
import org.sockrates.shell.grade.GradeCommands;
import org.sockrates.shell.learn.LabLibrary;
import org.sockrates.shell.learn.LabRooms;
import org.sockrates.shell.learn.LabShelf;
import org.sockrates.shell.learn.LearnCommands;
import org.sockrates.shell.look.LookCommands;
import org.sockrates.shell.machine.SearchPath;
import org.sockrates.shell.record.RecordCommand;
import org.sockrates.shell.rest.RestCommands;
import org.sockrates.shell.roles.RoleCommands;
import org.sockrates.shell.session.LoopbackPlace;
import org.sockrates.shell.session.Place;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.SessionFiles;
import org.sockrates.shell.sim.SimCommand;
import org.sockrates.shell.socket.SocketCommands;
import org.sockrates.shell.spoil.SpoilCommands;
import org.sockrates.shell.tcp.TcpCommands;
import org.sockrates.shell.wire.WireCommands;
import org.sockrates.transport.Transport;

/** Makes fresh sessions, each with an interpreter that knows all commands. */
final class Sessions {
    private final Kit kit;

    Sessions(Kit kit) {
        this.kit = kit;
    }

    /**
     * A fresh session.
     *
     * @param onWire on a wire of its own; else on loopback
     */
    LineInterpreter open(SessionFiles files, boolean onWire) {
        Map<String, Transport> transports = new LinkedHashMap<>();
        kit.transports().forEach(transport -> transports.put(transport.name(), transport));
        Place place = onWire ? kit.wire().place() : new LoopbackPlace();
        Session session = new Session(transports, files, place, kit.wall());
        session.defaults().drawing(kit.unicode() ? Drawing.UNICODE : Drawing.ASCII);
        session.defaults().terminal(kit.interactive());
        return new LineInterpreter(session, this::commands);
    }

    private List<Entry> commands(LineInterpreter interpreter) {
        List<Entry> all = new ArrayList<>();
        all.addAll(SocketCommands.all());
        all.addAll(RoleCommands.all());
        all.addAll(LookCommands.all());
        all.addAll(ExplainCommands.all(interpreter));
        all.addAll(TcpCommands.all(interpreter.session(), kit.wire()));
        all.addAll(SpoilCommands.all(interpreter.session()));
        all.addAll(CompareCommand.all(kit.paths(), kit.wire()));
        all.addAll(SimCommand.all());
        LabRooms rooms = new LabRooms(this::open, kit.wire());
        LabLibrary library = new LabLibrary(new LabShelf(kit.environment(), kit.folder()), this::open);
        all.addAll(LearnCommands.all(interpreter, library, rooms));
        all.addAll(RecordCommand.all(library, rooms));
        SearchPath searchPath = SearchPath.of(kit.environment());
        all.addAll(GradeCommands.all(library, rooms, searchPath, kit.again()));
        all.addAll(RestCommands.all(interpreter, kit.wire()));
        all.addAll(WireCommands.all(interpreter, kit.wire(), searchPath));
        return all;
    }
}
