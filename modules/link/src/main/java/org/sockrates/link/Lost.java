package org.sockrates.link;

/** The packets that a host loses for one reason, whatever the rules, and their bytes. Not for two threads at once. */
public final class Lost {
    private final String reason;
    private long packets;
    private long bytes;

    /** @param reason what {@link LinkReport#byRule} calls it */
    public Lost(String reason) {
        this.reason = reason;
    }

    /** One more, of so many bytes. */
    public void add(int packetBytes) {
        packets++;
        bytes += packetBytes;
    }

    /** A link's report with these, which it let go and the host could not send. */
    public LinkReport after(LinkReport report) {
        return report.lostAfter(reason, packets, bytes);
    }

    /** A link's report with these, which never came to it. */
    public LinkReport before(LinkReport report) {
        return report.lostBefore(reason, packets, bytes);
    }
}
