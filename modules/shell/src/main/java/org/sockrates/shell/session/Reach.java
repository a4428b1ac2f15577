package org.sockrates.shell.session;

/** How far the lines of labs may speak. A lab may be a stranger's: the network is for whoever runs it to give. */
public enum Reach {
    /** To sockets of this machine, and of a place that no other machine can reach. */
    THIS_MACHINE,
    /** To any host, and from any. */
    ANY_MACHINE
}
