package org.sockrates.shell.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;
import org.sockrates.shell.WithFolder;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.learn.LabShelf;
import org.sockrates.transport.testkit.Ipv6;
import org.sockrates.wire.TcpSettings;

@ExtendWith(MockitoExtension.class)
class CommandCompleterTest extends WithFolder {
    private static final String THOUGHT_UP = "BACKLOG BYTES CHOICE CLASS DATA GROUP INTERFACE JOB LINK LOSSES "
            + "N NAME NAMES PACKETS PERCENT POINT PROGRAM RATE TEXT TIME VALUE VERB WORD";

    @Mock
    private LineReader reader;

    private List<Candidate> candidates(String line) {
        List<Candidate> candidates = new ArrayList<>();
        new CommandCompleter(typing.interpreter(), new LabShelf(Map.of(), folder))
                .complete(reader, new LineWords().parse(line, line.length(), ParseContext.COMPLETE), candidates);
        return candidates;
    }

    private List<String> offered(String line) {
        return candidates(line).stream().map(Candidate::value).toList();
    }

    @Test
    void aLineBeginsWithACommand() {
        assertThat(offered("")).contains("socket", "bind", "help").doesNotContain("s", "?");
        assertThat(offered("so")).contains("socket");
        assertThat(offered("nosuch ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'socket -',            --as --ipv6",
        "'socket tcp --',       --as --ipv6",
        "'socket ',             tcp udp",
        "'s --as x ',           tcp udp",
        "'s tcp --as x ',       ''",
        "'socket --as ',        ''",
        "'use u',               tcp udp",
        "'close ',              alice 4",
        "'close 3',             3 alice 4",
        "'send 4',              alice 4",
        "'send .',              alice 4 .",
        "'shutdown ',           alice 4 in out both",
        "'shutdown alice ',     in out both",
        "'shutdown alice o',    in out both",
        "'close --reset ',      alice 4",
        "'status ',             ''",
        "'client --count=3 ',   tcp udp localhost 127.0.0.1 ::1 any",
        "'client --count 3 ',   tcp udp localhost 127.0.0.1 ::1 any",
        "'client --json u',     tcp udp localhost 127.0.0.1 ::1 any",
        "'shutdown --json ',    alice 4 in out both",
        "'program st',          wait type stop start",
        "'rdt check rdt-s',     rdt-sw rdt-gbn rdt-sr",
        "'server 0 --style=s',  --style=iterative --style=threads --style=virtual --style=selector",
        "'server --reply=x',    ''",
        "'server --nosuch=x',   ''",
    })
    void offersWhatTheCommandDeclares(String line, String words) {
        typing.all("socket --as alice", "socket udp").ends(0);
        assertThat(String.join(" ", offered(line))).isEqualTo(words);
    }

    @Test
    void offersOptionsByTheirRealNames() {
        typing.all("socket --as alice").ends(0);
        assertThat(offered("options alice SO_R")).contains("SO_REUSEADDR", "SO_RCVBUF", "TCP_NODELAY");
        assertThat(offered("options TCP_")).contains("alice", "TCP_NODELAY");
        assertThat(offered("options alice TCP_NODELAY o")).containsExactly("on", "off");
    }

    @Test
    void offersFilesThatBeginSoAlsoForData() throws IOException {
        for (String name : List.of("meeting.txt", "pox.txt")) {
            Files.createFile(typing.session().folder().resolve(name));
        }
        assertThat(offered("source m")).containsExactly("meeting.txt");
        assertThat(offered("capture x")).doesNotContain("pox.txt", "meeting.txt");
        assertThat(offered("send file:mee")).contains("file:meeting.txt").doesNotContain("file:pox.txt");
        assertThat(offered("send mee")).doesNotContain("file:meeting.txt");
        assertThat(offered("source \"m")).containsExactly("meeting.txt");
        assertThat(offered("send file:\"mee")).contains("file:meeting.txt");
        assertThat(offered("recv --expect file:mee")).containsExactly("file:meeting.txt");
        assertThat(offered("compare --csv=mee")).containsExactly("--csv=meeting.txt");
    }

    @Test
    void offersHostsAndPortsInUse() {
        typing.all("socket --as door", "socket --as alice", "bind door 0").ends(0);
        String port = Integer.toString(typing.port("door"));
        assertThat(offered("connect ")).containsExactly("door", "alice", "localhost", "127.0.0.1", "::1", "any", port);
        assertThat(offered("connect alice ")).containsExactly("localhost", "127.0.0.1", "::1", "any", port);
        assertThat(offered("connect alice localhost ")).containsExactly(port);
    }

    @Test
    void offersTheCoursesLabsByNumber() throws IOException {
        assertThat(offered("lab start ")).as("no course here").isEmpty();
        Path labs = Files.createDirectories(folder.resolve("scripts/labs"));
        Files.createFile(labs.resolve("03-refused.lab"));
        Files.createFile(labs.resolve("mine.lab"));
        assertThat(offered("lab start ")).containsExactly("03");
        assertThat(offered("lab start s")).containsExactly("03", "scripts/");
        assertThat(candidates("run ")).extracting(Candidate::descr).contains("refused");
    }

    @Test
    void describesWhatItOffers() {
        typing.all("socket --as alice").ends(0);
        assertThat(candidates("close ")).extracting(Candidate::descr).containsExactly("tcp socket 3");
        assertThat(candidates("socket --")).extracting(Candidate::descr).contains("a name for it");
    }

    @Test
    void offersErrnosStylesAndCommands() {
        assertThat(offered("explain ")).contains("ECONNREFUSED", "EPIPE", "EINPROGRESS");
        assertThat(offered("server tcp 0 --style ")).contains("iterative", "threads", "selector");
        assertThat(offered("help ")).contains("socket", "help");
    }

    @Test
    void offersWhatTcpKnows() {
        typing.all("socket --as alice").ends(0);
        assertThat(offered("tcp ")).contains("show", "watch", "plot", "settings", "set", "profile");
        assertThat(offered("tcp watch ")).containsExactly("alice");
        assertThat(offered("tcp watch alice ")).isEmpty();
        assertThat(offered("tcp settings ")).isEmpty();
        assertThat(offered("tcp set "))
                .contains("sack", "rto-min", "congestion")
                .doesNotContain("alice", "textbook");
        assertThat(offered("tcp profile ")).containsExactly("textbook", "shipped");
        assertThat(offered("tcp set sack ")).contains("on", "off");
        assertThat(offered("tcp set congestion ")).containsAll(TcpSettings.listedControls());
        assertThat(offered("explain ")).contains("cwnd", "sack", "slow start", "rwnd");
        assertThat(candidates("tcp set ")).extracting(Candidate::descr).contains("tells what came twice (RFC 2883)");
    }

    @Test
    void offersOfALinkWhatItsVerbTakes() {
        assertThat(offered("link add ")).contains("udp", "localhost").doesNotContain("delay", "next");
        assertThat(offered("link use ")).contains("delay", "loss").doesNotContain("localhost", "next");
        assertThat(offered("link drop ")).contains("next", "data", "syn-ack").doesNotContain("localhost", "delay");
        assertThat(offered("link use delay 20ms ")).contains("loss");
        assertThat(offered("link pause ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'link add udp 7000 ',           delay",
        "'link add 7000 ',               delay",
        "'link add tcp localhost 7000 ', delay",
        "'fault use 1 downstream ',      slicer",
        "'compare ',                     boundaries",
        "'compare setup ',               boundaries",
        "'compare --path ',              relay",
        "'why ',                         lost_percent",
    })
    void offersAWordThatFits(String line, String word) {
        assertThat(offered(line)).contains(word).doesNotContain("localhost");
    }

    @Test
    void behindAPortStandsNoHost() {
        for (String line : List.of("bind 7000 ", "connect 7000 ", "sendto 7000 ", "server 7000 ", "client udp 7000 ")) {
            assertThat(offered(line)).as(line).doesNotContain("localhost", "127.0.0.1");
        }
        assertThat(offered("bind 3 ")).contains("localhost");
    }

    /** Whoever declares a new kind says here that one can only think it up, or what it offers in {@link Kinds}. */
    @Test
    void everyKindIsOfferedOrCanOnlyBeThoughtUp() throws IOException {
        typing.all("socket --as alice", "bind alice 0").ends(0);
        Files.writeString(folder.resolve("talk.lab"), "");
        Kinds kinds = new Kinds(typing.interpreter(), new LabShelf(Map.of(), folder));
        Set<String> silent = new TreeSet<>();
        for (Entry entry : typing.interpreter().registry().entries()) {
            for (String kind : entry.declaration().kinds()) {
                List<Candidate> candidates = new ArrayList<>();
                kinds.add(kind, "", candidates);
                if (kind.matches("[A-Z]+") && candidates.isEmpty()) {
                    silent.add(kind);
                }
            }
        }
        assertThat(String.join(" ", silent))
                .as("offer what is new in Kinds, or add it to THOUGHT_UP")
                .isEqualTo(THOUGHT_UP);
    }

    @Test
    void offersNothingBehindTheLastOperand() {
        typing.type("socket --as alice").ends(0);
        assertThat(offered("use udp ")).isEmpty();
        assertThat(offered("close alice ")).isEmpty();
    }

    @Test
    void offersFilesOfTheFolderThatWasBegun() throws IOException {
        Files.createDirectory(folder.resolve("drawer"));
        Files.writeString(folder.resolve("talk.sock"), "");
        Files.writeString(folder.resolve("a\u001b[2Jb"), "");
        assertThat(offered("source " + folder + "/"))
                .containsExactlyInAnyOrder(folder + "/drawer/", folder + "/talk.sock");
        assertThat(candidates("source " + folder + "/"))
                .filteredOn(candidate -> candidate.value().endsWith("/"))
                .as("one may go on typing behind a folder")
                .allMatch(candidate -> !candidate.complete());
        assertThat(offered("source " + folder + "/nosuch/")).isEmpty();
        assertThat(offered("source ")).containsExactlyInAnyOrder("drawer/", "talk.sock");
        assertThat(offered("source drawer/")).isEmpty();
        assertThat(offered("run drawer/ ")).containsExactlyInAnyOrder("drawer/", "talk.sock");
        assertThat(offered("lab start ")).containsExactlyInAnyOrder("drawer/", "talk.sock");
        assertThat(offered("lab next ")).isEmpty();
    }

    @Test
    void keysQuoteAFileNamedWithBlanks() throws Exception {
        Files.writeString(folder.resolve("my file.txt"), "trace off");
        Files.writeString(folder.resolve("my other.txt"), "trace on");
        typing.all("socket --as alice").ends(0);
        try (Keyboard keyboard = Keyboard.at(typing, Map.of())) {
            keyboard.prompted("source my" + Keyboard.TAB).sees("tcp> source \"my");
            keyboard.keys("f" + Keyboard.TAB).sees("tcp> source \"my file.txt\"");
            keyboard.keys(Keyboard.CTRL_U + "send alice file:my" + Keyboard.TAB).sees("tcp> send alice file:\"my");
            keyboard.keys("o" + Keyboard.TAB).sees("tcp> send alice file:\"my other.txt\".*");
        }
    }

    /** A word that nothing begins with is left as it stands: no other is made of it, nor offered. */
    @Test
    void keysGuessNothing() throws Exception {
        typing.type("socket --as alice").ends(0);
        try (Keyboard keyboard = Keyboard.at(typing, Map.of())) {
            keyboard.prompted("fg" + Keyboard.TAB + " x").sees("tcp> fg x");
            keyboard.keys(Keyboard.CTRL_U + "send 3" + Keyboard.TAB + "hi" + Keyboard.ENTER)
                    .sees("send\\(3, \"hi\", .*");
            assertThat(keyboard.screen().written()).doesNotContain("original", "others");
        }
    }

    @Test
    void keysDoIt() throws Exception {
        typing.type("socket --as alice").ends(0);
        try (Keyboard keyboard = Keyboard.at(typing, Map.of())) {
            keyboard.prompted("clos" + Keyboard.TAB).sees("tcp> close \\[SOCKET]");
            keyboard.keys("al" + Keyboard.TAB + Keyboard.ENTER).sees("close\\(3\\) = 0");
            Ipv6.needed();
            keyboard.prompted("socket --i" + Keyboard.TAB + Keyboard.ENTER)
                    .sees("socket\\(AF_INET6, SOCK_STREAM, 0\\) = 3");
        }
    }
}
