package org.sockrates.shell.machine;

import org.sockrates.capture.kernel.KernelValue;
import org.sockrates.transport.Traits;

/** How many connections may wait to be accepted: of those asked for, Linux keeps no more than it is set to (listen(2)). */
public final class KeptBacklog {
    private static final KernelValue MOST = new KernelValue("net.core.somaxconn");

    private KeptBacklog() {}

    /**
     * As long as the socket listens, whatever becomes of the setting.
     *
     * @param traits of the transport: one that makes its connections itself keeps all
     * @param asked by a listen just now
     */
    public static int of(Traits traits, int asked) {
        return traits.builtOnDatagrams()
                ? asked
                : MOST.now()
                        .map(most -> Math.min(asked, Integer.parseInt(most)))
                        .orElse(asked);
    }
}
