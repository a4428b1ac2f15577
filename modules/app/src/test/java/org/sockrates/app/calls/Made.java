package org.sockrates.app.calls;

import java.util.List;

/**
 * A call that was made in two worlds.
 *
 * @param before the run's earlier calls
 */
record Made(List<Made> before, String call, String python, String java) {
    boolean differs() {
        return !python.equals(java);
    }

    boolean answers(String inPython, String inJava) {
        return python.equals(inPython) && java.equals(inJava);
    }

    boolean failed() {
        return python.matches("E[A-Z]+|no such socket");
    }

    /** Whether it is one of these calls. */
    boolean is(String words) {
        return List.of(words.split(" ")).contains(call.split(" ")[0]);
    }

    /** The name of the socket it was made of, or that it made. */
    String socket() {
        String[] words = call.split(" ");
        return is("socket") ? words[3] : words[1];
    }

    /** Whether the socket is one of TCP; what accept gave always is. */
    boolean tcp() {
        return before.stream().noneMatch(made -> made.call.startsWith("socket udp --as " + socket()));
    }

    /** Whether the socket's earlier calls have succeeded at one of these. */
    boolean did(String words) {
        return before.stream()
                .anyMatch(made ->
                        made.is(words) && !made.failed() && made.socket().equals(socket()));
    }

    /** Whether its socket was bound to the port where it goes. */
    boolean boundThere() {
        String port = call.split(" ")[3];
        return before.stream()
                .anyMatch(made -> made.is("bind") && made.socket().equals(socket()) && made.call.endsWith(" " + port));
    }

    /** Whether its socket has, had or tried to have a peer. */
    boolean triedToConnect() {
        return connected()
                || before.stream()
                        .anyMatch(made -> made.is("connect") && made.socket().equals(socket()));
    }

    /** Whether its socket has, or had, a peer. */
    boolean connected() {
        return did("connect")
                || before.stream()
                        .anyMatch(made -> made.is("accept") && !made.failed() && made.call.endsWith(" " + socket()));
    }

    /** Whether one of the socket's earlier calls was this, and succeeded. */
    boolean said(String call) {
        return before.stream().anyMatch(made -> !made.failed() && made.call.startsWith(call.replace(".", socket())));
    }

    @Override
    public String toString() {
        return String.format("%-36s %s", call, differs() ? python + "   (here: " + java + ")" : python);
    }
}
