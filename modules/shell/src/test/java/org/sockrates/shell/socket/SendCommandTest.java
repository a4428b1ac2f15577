package org.sockrates.shell.socket;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.WithFolder;

class SendCommandTest extends WithFolder {
    @Test
    void whoNamesASocketAndNoDataIsToldWhatWasSent() {
        typing.connectTcp();
        typing.type("send bob hi").ends(0);
        typing.type("send alice").shows("send(5, \"alice\", 5, 0) = 5").ends(0);
        assertThat(typing.news()).containsExactly("(alice is a socket, too; here it is the DATA that bob (5) sends)");
        typing.type("send bob").ends(0);
        assertThat(typing.news()).last().isEqualTo("(bob is a socket, too; here it is the DATA that bob (5) sends)");
        typing.all("send \"alice\"", "send 77", "send .", "send 5").ends(0);
        assertThat(typing.news()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "send alice hi              | hi",
                "w alice hi                 | hi",
                "write alice \"hi you\"     | hi you",
                "send . hi                  | hi",
                "send 4 'a\\n'              | a\\\\n",
                "send alice \"a\\r\\n\\t\\0\\x7f\\xff\" | a\\r\\n\\t\\0\\x7f\\xff",
                "send alice \"\\\"quoted\\\"\" | \\\"quoted\\\"",
                "send alice \u00e9          | \\xc3\\xa9",
                "send alice hex:48656c      | Hel",
                "send alice hex:48 65 6c    | Hel",
                "send hex:48 65             | He",
                "send alice #5              | abcde",
                "send alice \"#5\"          | #5",
                "send alice 'hex:48'        | hex:48",
                "send alice 'file:x'        | file:x",
                "send -- --urgent           | --urgent",
                "send \"--urgent\"          | --urgent",
                "send alice @/etc/passwd    | @/etc/passwd",
                "send 'alice'               | alice",
            })
    void sendsWhatWasMeant(String line, String shown) {
        typing.connectTcp();
        typing.type("shutdown alice in").ends(0);
        assertThat(typing.type(line).ends(0).first()).startsWith("send(4, \"" + shown + "\", ");
        assertThat(typing.type("recv bob").first()).startsWith("recv(5, \"" + shown + "\", 65536, 0) = ");
    }

    @Test
    void sendsToTheCurrentSocketWhereNoneIsNamed() {
        typing.connectTcp();
        typing.type("send . hello").shows("send(5, \"hello\", 5, 0) = 5").ends(0);
        typing.type("send hello").shows("send(5, \"hello\", 5, 0) = 5");
        typing.type("recv alice").shows("recv(4, \"hellohello\", 65536, 0) = 10");
    }

    @Test
    void sendsWhatAFileHolds() throws IOException {
        Files.write(folder.resolve("letter"), new byte[] {'h', 'i', (byte) 0x80, '\n'});
        Files.write(folder.resolve("nothing"), new byte[0]);
        typing.connectTcp();
        typing.type("send alice file:letter").shows("send(4, \"hi\\x80\\n\", 4, 0) = 4");
        typing.type("send alice file:" + folder.resolve("letter")).ends(0);
        typing.type("recv bob").shows("recv(5, \"hi\\x80\\nhi\\x80\\n\", 65536, 0) = 8");
        typing.type("send alice file:nothing").shows("send(4, \"\", 0, 0) = 0");
    }

    @ParameterizedTest
    @CsvSource({
        "file:none,       none,       no such file",
        "file:.,          .,          'no plain file (expected: a file, not a folder, pipe or device)'",
        "file:/dev/zero,  /dev/zero,  'no plain file (expected: a file, not a folder, pipe or device)'",
        "file:big,        big,        16777217 bytes (expected: at most 16777216)",
    })
    void namesAFileThatCannotBeSent(String payload, String name, String why) throws IOException {
        writeTooMuch("big");
        typing.connectTcp();
        typing.type("send alice " + payload).fails("payload: \"" + name + "\": " + why, 3);
    }

    private void writeTooMuch(String name) throws IOException {
        try (SeekableByteChannel big = Files.newByteChannel(folder.resolve(name), CREATE_NEW, WRITE)) {
            big.position(1 << 24).write(ByteBuffer.allocate(1));
        }
    }

    @Test
    void theNameOfAFileThatIsTooLongIsNotSentForIt() throws IOException {
        writeTooMuch("my big.iso");
        typing.connectTcp();
        typing.type("send alice \"file:my big.iso\"")
                .refuses("payload: so typed it is text, and there is such a file: \"file:my big.iso\" (expected: "
                        + "file:\"my big.iso\" to send the file; to send that text:  \\x66ile:my big.iso)");
    }

    @Test
    void whatIsLeftOverSaysWhoHasNotAccepted() {
        typing.all("socket --as door", "bind 0", "listen", "socket --as alice", "connect {door}", "set timeout 50ms")
                .ends(0);
        assertThat(String.join("", typing.type("send alice #16000000").ends(0).lines()))
                .endsWith("  yours to send; nobody has called accept: try  accept door");
    }

    @Test
    void aStreamSaysHowMuchItTook() {
        typing.connectTcp();
        typing.type("set timeout 50ms").ends(0);
        assertThat(typing.type("send alice #16000000").ends(0).lines())
                .element(1)
                .asString()
                .matches("  [0-9]+ of 16000000 bytes handed to the kernel, delivery unknown; .*");
        await().untilAsserted(() -> typing.type("send alice #1000000") // the other buffer may have grown meanwhile
                .has("  not one byte fitted within 50ms: the buffers are full, nobody reads")
                .ends(124));
    }

    @ParameterizedTest
    @CsvSource({"'', 65507, '65535 - 20 IPv4 - 8 UDP'", "' --ipv6', 65527, '65535 - 8 UDP'"})
    void aDatagramGoesWholeOrNotAtAll(String family, int most, String sum) {
        typing.all("socket udp --as bob" + family, "bind 0", "socket udp --as alice" + family, "connect {bob}")
                .ends(0);
        assertThat(typing.type("send #" + most).ends(0).first()).endsWith("= " + most);
        assertThat(typing.type("recv bob").first()).endsWith("= " + Math.min(most, 65_536));
        typing.type("send alice #" + (most + 1))
                .has("  " + (most + 1) + " bytes (limit: " + most + " = " + sum + "); split it, or use tcp")
                .ends(4);
    }

    @Test
    void saysThatJavaSendsNoEmptyDatagramToAConnectedPeer() {
        typing.connectUdp();
        typing.type("send alice \"\"")
                .shows(
                        "send(3, \"\", 0, 0) = -1 EOPNOTSUPP (Operation not supported)",
                        "  Java sends no empty datagram on a connected socket, only on others")
                .ends(4);
    }

    @Test
    void sendsOneUrgentByte() {
        typing.connectTcp();
        typing.type("options bob SO_OOBINLINE on").ends(0);
        typing.type("send alice ! --urgent")
                .shows("send(4, \"!\", 1, MSG_OOB) = 1")
                .ends(0);
        typing.type("recv bob").shows("recv(5, \"!\", 65536, 0) = 1");
        typing.type("send alice ab --urgent").refuses("send: --urgent: 2 bytes (expected: 1)");
        typing.all("close *", "socket udp").ends(0);
        typing.type("send x --urgent")
                .shows(
                        "send(3, \"x\", 1, MSG_OOB) = -1 EOPNOTSUPP (Operation not supported)",
                        "  udp has no urgent data")
                .ends(4);
    }

    @Test
    void saysWhatIsMissingBeforeItCanSend() {
        typing.type("socket --as alice").ends(0);
        typing.type("send x")
                .shows(
                        "send(3, \"x\", 1, 0) = -1 EPIPE (Broken pipe)",
                        "  not connected yet: try  connect alice HOST PORT")
                .ends(4);
        typing.type("listen").ends(0);
        typing.type("send x")
                .shows(
                        "send(3, \"x\", 1, 0) = -1 EPIPE (Broken pipe)",
                        "  it listens; what accept returns is one end of a conversation:  accept alice");
        typing.type("socket udp").ends(0);
        typing.type("send x")
                .shows(
                        "send(4, \"x\", 1, 0) = -1 EDESTADDRREQ (Destination address required)",
                        "  it has no peer: use  sendto 4 HOST PORT DATA , or connect first")
                .ends(4);
    }

    @Test
    void refusesWhatIsNoPayload() {
        typing.type("send x").refuses("send: there is no socket yet; make one:  socket");
        typing.connectTcp();
        typing.type("send").refuses("send: too few words (expected: DATA); see  help send");
        typing.type("send alice hex:4").refuses("payload: \"hex:4\" (expected: pairs of hexadecimal digits: hex:4865)");
        typing.type("send alice #16777217")
                .refuses("payload: \"16777217\" (expected: a whole number from 0 to 16777216)");
        typing.type("send alice --urgnet x").refuses("send: \"--urgnet\" (expected: --urgent?; for text, quote it)");
        typing.type("send alice \\xZZ")
                .refuses("line: column 12: \\x without two hexadecimal digits (expected: \\x00 to \\xff)");
        typing.type("send alcie \"a b\"").refuses("send: \"alcie\" (expected: a socket: alice?)");
    }
}
