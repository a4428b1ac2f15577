package org.sockrates.shell.editor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jline.reader.Candidate;
import org.sockrates.compare.experiment.Experiments;
import org.sockrates.link.TcpTuning;
import org.sockrates.link.fault.Fault;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Rule;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.explain.ComparePage;
import org.sockrates.shell.explain.ErrnoPage;
import org.sockrates.shell.explain.Glossary;
import org.sockrates.shell.learn.LabShelf;
import org.sockrates.shell.session.KnownPath;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Payload;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.ServerStyle;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.wire.TcpSetting;
import org.sockrates.wire.TcpSettings;

/** The words an operand can be, by the kind its command declares: SOCKET, TRANSPORT, HOST, PORT, FILE, … */
final class Kinds {
    private static final int MOST_FILES = 200;

    private final LineInterpreter interpreter;
    private final Session session;
    private final LabShelf shelf;

    Kinds(LineInterpreter interpreter, LabShelf shelf) {
        this.interpreter = interpreter;
        this.shelf = shelf;
        this.session = interpreter.session();
    }

    /** Adds what a word of this kind can be; a kind one can only think up adds nothing. */
    void add(String kind, String begun, List<Candidate> candidates) {
        switch (kind) {
            case "COMMAND" -> add(interpreter.registry().words(), "", candidates);
            case "SOCKET" -> sockets(begun, candidates);
            case "TRANSPORT" -> add(session.transports(), "transport", candidates);
            case "HOST" -> {
                add(session.place().hosts(), "host", candidates);
                add(List.of("any"), "every address", candidates);
            }
            case "PORT" -> add(ports(), "port in use", candidates);
            case "PROTOCOL" -> add(Protocol.words(), "", candidates);
            case "STYLE" -> add(ServerStyle.words(), "style", candidates);
            case "OPTION" -> add(Glossary.options(), "socket option", candidates);
            case "DATA" -> data(begun, candidates);
            case "ERRNO" -> add(ErrnoPage.names(), "", candidates);
            case "TERM" -> terms(candidates);
            case "EXPERIMENT" ->
                Experiments.all().forEach(asks -> add(List.of(asks.name()), asks.question(), candidates));
            case "METRIC" ->
                ComparePage.figures().forEach((name, lines) -> add(List.of(name), lines.get(0), candidates));
            case "PATH" -> paths(candidates);
            case "FAULT" -> add(Fault.SEQUENCE, "", candidates);
            case "RULE" -> add(Rule.SEQUENCE, "", candidates);
            case "ORDER" -> orders(candidates);
            case "SETTING" -> settings(candidates);
            case "PROFILE" -> add(TcpTuning.PROFILES, "profile", candidates);
            case "CONTROL" -> add(TcpSettings.listedControls(), "congestion control", candidates);
            case "LAB" -> labs(begun, candidates);
            case "FILE", "FOLDER" -> files("", begun, candidates);
            default -> literals(kind, candidates);
        }
    }

    private static void add(Iterable<String> words, String description, List<Candidate> candidates) {
        for (String word : words) {
            candidates.add(
                    new Candidate(word, word, null, description.isEmpty() ? null : description, null, null, true));
        }
    }

    /** By name, or by number where there is none; by number and as {@code .} to who has begun so. */
    private void sockets(String begun, List<Candidate> candidates) {
        for (OpenSocket socket : session.sockets().all()) {
            String number = Integer.toString(socket.number());
            Set<String> words = new TreeSet<>(Set.of(socket.word()));
            if (!begun.isEmpty() && number.startsWith(begun)) {
                words.add(number);
            }
            add(words, socket.transport() + " socket " + number, candidates);
        }
        if (begun.equals(".")) {
            session.sockets()
                    .current()
                    .ifPresent(current -> add(List.of("."), "the current one, " + current.label(), candidates));
        }
    }

    private Set<String> ports() {
        Set<String> ports = new TreeSet<>();
        for (OpenSocket socket : session.sockets().all()) {
            InetSocketAddress local = socket.local();
            if (local != null && local.getPort() != 0) {
                ports.add(Integer.toString(local.getPort()));
            }
        }
        return ports;
    }

    private static void paths(List<Candidate> candidates) {
        for (KnownPath path : KnownPath.values()) {
            add(List.of(path.word()), path.told(), candidates);
        }
    }

    /** Which packet, and of which kind. */
    private static void orders(List<Candidate> candidates) {
        add(List.of("next"), "", candidates);
        for (PacketKind kind : PacketKind.values()) {
            add(List.of(kind.word()), "kind of packet", candidates);
        }
    }

    private static void terms(List<Candidate> candidates) {
        Glossary.chapters().forEach((chapter, words) -> add(words, "of " + chapter, candidates));
        Glossary.otherNames().forEach((other, word) -> add(List.of(other), "see " + word, candidates));
    }

    private static void settings(List<Candidate> candidates) {
        for (TcpSetting setting : TcpSetting.values()) {
            add(List.of(setting.word()), setting.told(), candidates);
        }
    }

    /** {@code in|out|both} is declared as the words themselves. */
    private static void literals(String kind, List<Candidate> candidates) {
        if (kind.matches("[a-z][a-z0-9-]*")) {
            add(List.of(kind), "", candidates);
        }
    }

    /** Those of the course; whoever means a file of their own has begun to say which. */
    private void labs(String begun, List<Candidate> candidates) {
        Map<String, String> course = shelf.namesByNumber();
        course.forEach((number, name) -> add(List.of(number), name, candidates));
        if (course.isEmpty() || !begun.isEmpty()) {
            files("", begun, candidates);
        }
    }

    /** Of data one can only think of, the part that a file has. */
    private void data(String begun, List<Candidate> candidates) {
        if (begun.startsWith(Payload.FILE)) {
            files(Payload.FILE, begun.substring(Payload.FILE.length()), candidates);
        }
    }

    /** Those that begin so, and no others: what was typed may be a new file's name. */
    private void files(String prefix, String begun, List<Candidate> candidates) {
        int slash = begun.lastIndexOf('/');
        String folder = begun.substring(0, slash + 1);
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(session.folder().resolve(folder))) {
            int shown = 0;
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                boolean meant = name.startsWith(begun.substring(slash + 1)) && name.equals(SafeText.escape(name));
                if (meant && shown++ < MOST_FILES) {
                    boolean inside = Files.isDirectory(entry);
                    String word = prefix + folder + name + (inside ? "/" : "");
                    candidates.add(new Candidate(word, name, null, null, null, null, !inside));
                }
            }
        } catch (IOException | InvalidPathException | SecurityException unreadable) {
            // nothing to offer there
        }
    }
}
