package org.sockrates.capture.step;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.sockrates.transport.Arguments.Option;
import org.sockrates.transport.Call;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent.Failed;

/** Conversations worth drawing, by name; what each must look like is in {@code ladder/NAME.txt}. */
public final class Stories {
    private static final Map<String, Supplier<Story>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("hello-tcp", Stories::helloTcp);
        ALL.put("hello-udp", Stories::helloUdp);
        ALL.put("lost", LinkStories::lost);
        ALL.put("duplicate", LinkStories::duplicate);
        ALL.put("corrupt", LinkStories::corrupt);
        ALL.put("late", LinkStories::late);
        ALL.put("reorder", LinkStories::reorder);
        ALL.put("stream-merge", Stories::streamMerge);
        ALL.put("half-close", Stories::halfClose);
        ALL.put("refused", Stories::refused);
        ALL.put("one-end-tcp", Stories::oneEndTcp);
        ALL.put("one-end-udp", Stories::oneEndUdp);
        ALL.put("many-peers", Stories::manyPeers);
        ALL.put("unaccepted", Stories::unaccepted);
        ALL.put("accepted-late", Stories::acceptedLate);
        ALL.put("reset", Stories::reset);
        ALL.put("answered-by-reset", Stories::answeredByReset);
        ALL.put("unread-at-close", Stories::unreadAtClose);
        ALL.put("late-after-unread", Stories::lateAfterUnread);
        ALL.put("never-connected", Stories::neverConnected);
        ALL.put("cut", Stories::cut);
        ALL.put("urgent", Stories::urgent);
        ALL.put("urgent-in-line", Stories::urgentInLine);
        ALL.put("foreign-through-hop", LinkStories::foreignThroughHop);
        ALL.put("waiting-reader", Stories::waitingReader);
        ALL.put("closed-peer", Stories::closedPeer);
        ALL.put("two-actors", Stories::twoActors);
        ALL.put("number-again", Stories::numberAgain);
    }

    private Stories() {}

    public static Map<String, Supplier<Story>> all() {
        return ALL;
    }

    public static Story helloTcp() {
        return new Story("tcp")
                .named(4, "alice")
                .named(5, "carol")
                .named(3, "door")
                .door(3, 12345)
                .socket(4)
                .connect(4, 40004, 12345)
                .accept(3, 5, 40004)
                .send(4, "hello")
                .recv(5, "hello")
                .send(5, "HELLO")
                .recv(4, "HELLO")
                .close(4)
                .end(5)
                .close(5)
                .close(3);
    }

    public static Story helloUdp() {
        return udp().sendto(4, "hello", 12345)
                .recvfrom(3, "hello", 40004)
                .sendto(3, "HELLO", 40004)
                .recvfrom(4, "HELLO", 12345)
                .close(4)
                .close(3);
    }

    public static Story udp() {
        return new Story("udp").socket(3).bind(3, 12345).socket(4);
    }

    private static Story streamMerge() {
        return tcp().send(4, "one")
                .send(4, "two")
                .send(4, "three")
                .recv(5, "onet")
                .recv(5, "wothree")
                .send(4, "!")
                .recv(5, "!")
                .send(4, "unread");
    }

    public static Story tcp() {
        return new Story("tcp")
                .door(3, 12345)
                .socket(4)
                .connect(4, 40004, 12345)
                .accept(3, 5, 40004);
    }

    private static Story halfClose() {
        return tcp().send(4, "question")
                .shutdown(4, Direction.OUT)
                .recv(5, "question")
                .end(5)
                .send(5, "answer")
                .close(5)
                .recv(4, "answer")
                .end(4)
                .close(4);
    }

    private static Story refused() {
        return new Story("tcp")
                .socket(3)
                .bind(3, 12345)
                .socket(4)
                .connectFails(4, 12345, Errno.ECONNREFUSED)
                .listen(3, 5)
                .connect(4, 40004, 12345)
                .accept(3, 5, 40004);
    }

    private static Story oneEndTcp() {
        return new Story("tcp")
                .named(4, "alice")
                .socket(4)
                .connect(4, 40004, 80)
                .send(4, "GET / HTTP/1.0\\r\\n\\r\\n")
                .recv(4, "HTTP/1.0 200 OK\\r\\n")
                .end(4)
                .close(4);
    }

    private static Story oneEndUdp() {
        return new Story("udp")
                .socket(3)
                .bind(3, 12345)
                .recvfrom(3, "ping", 40004)
                .sendto(3, "pong", 40004)
                .waits(3, Call.RECVFROM);
    }

    private static Story manyPeers() {
        return udp().socket(5)
                .named(5, "bob")
                .sendto(4, "from four", 12345)
                .sendto(5, "from five", 12345)
                .recvfrom(3, "from four", 40004)
                .recvfrom(3, "from five", 40005)
                .sendto(3, "for five", 40005)
                .sendto(3, "for four", 40004)
                .recvfrom(5, "for five", 12345)
                .recvfrom(4, "for four", 12345);
    }

    private static Story unaccepted() {
        return new Story("tcp")
                .door(3, 12345)
                .socket(4)
                .connect(4, 40004, 12345)
                .send(4, "anybody?")
                .close(4);
    }

    private static Story acceptedLate() {
        return new Story("tcp")
                .door(3, 12345)
                .socket(4)
                .connect(4, 40004, 12345)
                .send(4, "hello")
                .accept(3, 5, 40004)
                .recv(5, "hello");
    }

    private static Story reset() {
        return tcp().send(4, "unread")
                .abort(4)
                .fails(5, Call.RECV, Errno.ECONNRESET)
                .close(5);
    }

    private static Story answeredByReset() {
        return tcp().send(4, "hello")
                .recv(5, "hello")
                .shutdown(4, Direction.OUT)
                .close(4)
                .end(5)
                .send(5, "yo")
                .fails(5, Call.SEND, Errno.EPIPE);
    }

    private static Story unreadAtClose() {
        return tcp().send(4, "unread")
                .close(5)
                .fails(4, Call.RECV, Errno.ECONNRESET)
                .end(4);
    }

    /** The reset is on its way from the close on, whatever is sent to it meanwhile. */
    private static Story lateAfterUnread() {
        return tcp().send(4, "unread")
                .close(5)
                .send(4, "late")
                .fails(4, Call.RECV, Errno.ECONNRESET)
                .end(4);
    }

    private static Story neverConnected() {
        return new Story("tcp").socket(4).connectFails(4, 1, Errno.ECONNREFUSED).close(4);
    }

    private static Story cut() {
        return udp().sendto(4, "hello, world", 12345).recvfrom(3, "hello", 40004, 7);
    }

    private static Story urgent() {
        return tcp().send(4, "ab")
                .sendUrgent(4, '!')
                .send(4, "cd")
                .recv(5, "ab")
                .recv(5, "cd");
    }

    /** The last call that could have switched it off was refused. */
    private static Story urgentInLine() {
        return tcp().option(5, "SO_OOBINLINE", "on")
                .call(5, Call.SETSOCKOPT, new Failed(Errno.EINVAL, ""), new Option("SO_OOBINLINE", "maybe"))
                .sendUrgent(4, '!')
                .send(4, "cd")
                .recv(5, "!cd");
    }

    /** The reader waits in another thread: its call began before the message and ends after the sender's next. */
    private static Story waitingReader() {
        return new Story("tcp")
                .at(1)
                .door(3, 12345)
                .socket(4)
                .at(2)
                .connect(4, 40004, 12345)
                .send(4, "hello")
                .accept(3, 5, 40004)
                .since(1.5)
                .at(3)
                .send(4, "world")
                .shutdown(4, Direction.OUT)
                .recv(5, "helloworld")
                .since(2.99)
                .end(5);
    }

    private static Story closedPeer() {
        return udp().sendto(4, "hello", 12345)
                .recvfrom(3, "hello", 40004)
                .close(4)
                .sendto(3, "are you there?", 40004);
    }

    /** The server is another program: its numbers begin at 3 too. */
    public static Story twoActors() {
        return new Story("tcp")
                .by("server 1")
                .door(3, 12345)
                .by("")
                .named(3, "alice")
                .socket(3)
                .connect(3, 40004, 12345)
                .by("server 1")
                .accept(3, 4, 40004)
                .by("")
                .send(3, "hello")
                .by("server 1")
                .recv(4, "hello");
    }

    private static Story numberAgain() {
        return tcp().named(4, "second")
                .close(4)
                .socket(4)
                .connect(4, 40044, 12345)
                .accept(3, 6, 40044)
                .send(4, "again")
                .recv(6, "again");
    }
}
