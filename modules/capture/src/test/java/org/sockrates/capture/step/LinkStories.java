package org.sockrates.capture.step;

import org.sockrates.capture.traffic.PassedMessage.Fate;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;

/** Conversations that a link has spoiled, for {@link Stories}. */
final class LinkStories {
    private LinkStories() {}

    static Story lost() {
        return Stories.udp()
                .at(1)
                .sendto(4, "one", 7000)
                .passes(1, 3, Fate.LOST, "loss 30%")
                .sendto(4, "two", 7000)
                .passes(2, 3, Fate.DELIVERED, "", 1.05)
                .recvfrom(3, "two", 8000)
                .sendto(4, "three", 7000)
                .passes(3, 5, Fate.LOST, "")
                .sendto(4, "four", 7000)
                .passes(4, 4, Fate.QUEUED, "")
                .fails(3, Call.RECVFROM, Errno.EAGAIN);
    }

    static Story duplicate() {
        return Stories.udp()
                .at(1)
                .sendto(4, "one", 7000)
                .passes(1, 3, Fate.DELIVERED, "duplicate 5%", 1.02, 1.02)
                .recvfrom(3, "one", 8000)
                .recvfrom(3, "one", 8000)
                .sendto(4, "two", 7000)
                .passes(2, 3, Fate.DELIVERED, "duplicate 5%", 1.1, 1.1)
                .recvfrom(3, "two", 8000);
    }

    static Story corrupt() {
        return Stories.udp()
                .at(1)
                .sendto(4, "one", 7000)
                .passes(1, 3, Fate.DELIVERED, "corrupt", 1.02)
                .recvfrom(3, "onf", 8000);
    }

    static Story late() {
        return Stories.udp()
                .at(1)
                .sendto(4, "slow", 7000)
                .passes(1, 4, Fate.DELIVERED, "delay 50ms", 51)
                .at(20)
                .sendto(4, "direct", 12345)
                .recvfrom(3, "direct", 40004)
                .at(51)
                .recvfrom(3, "slow", 8000)
                .at(60)
                .sendto(4, "calm", 7000)
                .passes(2, 4, Fate.DELIVERED, "delay 50ms", 110.02)
                .at(110.02)
                .recvfrom(3, "calm", 8000)
                .since(61)
                .at(120)
                .sendto(4, "left", 7000)
                .passes(3, 4, Fate.DELIVERED, "delay 50ms", 170)
                .at(900)
                .recvfrom(3, "left", 8000);
    }

    static Story reorder() {
        return Stories.udp()
                .at(1)
                .sendto(4, "one", 7000)
                .passes(1, 3, Fate.DELIVERED, "", 11.02)
                .at(2)
                .sendto(4, "two", 7000)
                .passes(2, 3, Fate.DELIVERED, "reorder 25%", 2.02)
                .recvfrom(3, "two", 8000)
                .at(11.02)
                .recvfrom(3, "one", 8000);
    }

    static Story foreignThroughHop() {
        return new Story("udp")
                .at(1)
                .passes(1, 50_000, 7000, 8000, 60_000, 4, Fate.DELIVERED, "", 2)
                .at(3)
                .passes(2, 50_000, 7000, 8000, 60_000, 5, Fate.LOST, "loss 5%")
                .at(4)
                .passes(1, 60_000, 8000, 7000, 50_000, 6, Fate.DELIVERED, "delay 1ms", 5);
    }
}
