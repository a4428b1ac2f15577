package org.sockrates.link;

import java.io.IOException;
import java.util.List;

/**
 * TCP's inventions and its congestion control, switched for the sockets that are opened from now on. Only a passage with a
 * kernel's TCP of its own has them. When the passage closes, everything is as it was when it was opened.
 */
public interface TcpTuning {
    /** The profile of TCP as a textbook has it: reno without SACK, DSACK, RACK, tail probe, F-RTO, timestamps and ECN. */
    String TEXTBOOK = "textbook";

    /** The profile of TCP as this kernel came. */
    String SHIPPED = "shipped";

    /** The words of all profiles. */
    List<String> PROFILES = List.of(TEXTBOOK, SHIPPED);

    /** The switch of {@link #set} whose values are {@link #congestionControls()}. */
    String CONGESTION = "congestion";

    /**
     * Puts every switch where a profile has it.
     *
     * @throws org.sockrates.transport.UsageException when there is no such profile
     * @throws IOException when the kernel refuses
     */
    void profile(String name) throws IOException;

    /**
     * Puts one switch, in the words people type: {@code sack on}, {@code congestion reno}, {@code rto-min 200ms}.
     *
     * @throws org.sockrates.transport.UsageException when there is no such switch, or not that value
     * @throws IOException when the kernel refuses
     */
    void set(String name, String value) throws IOException;

    /** The congestion controls that this kernel lets one choose here, the one in use first. */
    List<String> congestionControls() throws IOException;
}
