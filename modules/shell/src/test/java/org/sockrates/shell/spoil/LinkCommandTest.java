package org.sockrates.shell.spoil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.Shown;
import org.sockrates.shell.Typing;

class LinkCommandTest {
    private static final String HEAD = " *time  way        #        size  client +verdict";

    @AutoClose
    private final Typing typing = new Typing();

    @BeforeEach
    void bob() {
        typing.all("socket udp --as bob", "bind bob 0", "socket udp --as alice").ends(0);
    }

    @Test
    void putsARelayBeforeAServer() {
        typing.opens("link", "link add udp {bob}")
                .shows(
                        "link 1: udp 127.0.0.1:{link} -> 127.0.0.1:{bob}: everything passes",
                        "  clients of port {link} go through it, those of port {bob} pass it by");
        typing.all("sendto alice {link} hello", "recv bob").shows("recv(3, \"hello\", 65536, 0) = 5");
        typing.type("link show")
                .shows(
                        "link 1: udp 127.0.0.1:{link} -> 127.0.0.1:{bob}: everything passes",
                        "  in 1, duplicated 0, out 1, dropped 0, inside 0; corrupted 0, reordered 0")
                .ends(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void aPortThatIsTakenIsNobodyElses(String transport) {
        typing.opens("it", "server " + transport + " 0 --quiet");
        typing.type("link add " + transport + " 41005 --listen {it}")
                .fails(
                        "link: " + transport + " 127.0.0.1:{it}: this very process (see  jobs) has it;"
                                + " try another port, or 0 for any",
                        4);
    }

    @Test
    void theRulesAreNetems() {
        typing.opens("link", "link add udp {bob} drop 2 duplicate 100% seed 7").ends(0);
        typing.all("sendto alice {link} one", "sendto alice {link} two", "recv bob", "recv bob")
                .shows("recv(3, \"one\", 65536, 0) = 3");
        awaitLogged(3);
        typing.type("link log 1")
                .matches(
                        HEAD,
                        " *0\\.[0-9]+ s  upstream   #1 +3 B  127\\.0\\.0\\.1:{alice} +passed",
                        " *0\\.[0-9]+ s  upstream   #1 +3 B  127\\.0\\.0\\.1:{alice} +duplicated: duplicate",
                        " *0\\.[0-9]+ s  upstream   #2 +3 B  127\\.0\\.0\\.1:{alice} +dropped: drop")
                .ends(0);
        assertThat(typing.type("link log 1 --last 1").lines()).hasSize(2);
        typing.type("link log 1 --from 2")
                .matches(HEAD, " *0\\.0+ s  upstream   #2 +3 B .*")
                .ends(0);
        typing.type("link log 1 --from 3")
                .shows("nothing from #3 on; the last: upstream #2, downstream none")
                .ends(0);
        assertThat(json("link log 1 --last 1 --json"))
                .containsEntry("way", "upstream")
                .containsEntry("number", 2)
                .containsEntry("bytes", 3)
                .containsEntry("verdict", "dropped")
                .containsEntry("rule", "drop");
    }

    @Test
    void aNumberIsLookedForBothWays() {
        typing.opens("link", "link add udp {bob}").ends(0);
        typing.type("sendto alice {link} one").ends(0);
        typing.opens("hop", "recvfrom bob");
        typing.all("sendto alice {link} two", "recvfrom bob", "sendto bob {hop} back")
                .ends(0);
        awaitLogged(3);
        typing.type("link log 1 --from 1")
                .matches(HEAD, ".*upstream   #1 .*", ".*upstream   #2 .*", ".*downstream #1 .*");
        typing.type("link log 1 --from 2").matches(HEAD, ".*upstream   #2 .*", ".*downstream #1 .*");
        typing.type("link log 1 --from 3").shows("nothing from #3 on; the last: upstream #2, downstream #1");
    }

    @Test
    void aLongLogSaysHowManyCameBefore() {
        typing.opens("link", "link add udp {bob}").ends(0);
        typing.type("socket udp --as carol").ends(0);
        for (int i = 0; i < 23; i++) {
            typing.type("sendto carol {link} x").ends(0);
        }
        await().until(() -> typing.type("link log 1 --last 30").lines().size() == 24);
        assertThat(typing.type("link log 1").lines())
                .hasSize(22)
                .startsWith("     time  way        #        size  client           verdict", "… 3 before");
    }

    @Test
    void whatARelayLosesItselfIsNamed() {
        typing.opens("link", "link add udp 255.255.255.255 9").ends(0);
        typing.type("sendto alice {link} hello").ends(0);
        await().untilAsserted(() -> typing.type("link show")
                .has("  in 1, duplicated 0, out 0, dropped 1 (no-socket 1), inside 0; corrupted 0,"));
    }

    @Test
    void rulesThatAreTooLongGoBelow() {
        typing.opens("link", "link add udp {bob} delay 20ms 5ms loss 5% duplicate 1% reorder 25% gap 5 seed 42");
        typing.type("link show 1")
                .shows(
                        "link 1: udp 127.0.0.1:{link} -> 127.0.0.1:{bob}:",
                        "  delay 20ms 5ms loss 5% duplicate 1% reorder 25% gap 5 seed 42");
    }

    @Test
    void otherRulesMayBeUsedMeanwhile() {
        typing.opens("link", "link add udp {bob} loss 100%").ends(0);
        typing.type("sendto alice {link} lost").ends(0);
        awaitLogged(1);
        typing.type("link use 1 none").has("link 1: udp 127.0.0.1:{link} -> 127.0.0.1:{bob}: everything passes");
        typing.all("sendto alice {link} found", "recv bob").shows("recv(3, \"found\", 65536, 0) = 5");
        assertThat(json("link show 1 --json"))
                .containsEntry("in", 2)
                .containsEntry("dropped", 1)
                .containsEntry("out", 1)
                .containsEntry("by_rule", Map.of("loss", 1));
    }

    @Test
    void saysTheSameInTcsWords() {
        typing.opens("link", "link add udp {bob} delay 20ms loss 5% seed 42").ends(0);
        typing.type("link show 1 --as tc")
                .shows(
                        "tc qdisc add dev lo root netem loss 5% delay 20ms",
                        "# netem draws lots of its own; a newer tc takes: seed 42")
                .ends(0);
        typing.type("link use 1 delay 20ms 5ms loss 5% duplicate 1% reorder 25% gap 5 corrupt 0.1% rate 1mbit limit 9")
                .ends(0);
        assertThat(typing.type("link show --as tc").lines())
                .hasSize(3)
                .allMatch(line -> line.length() <= 80)
                .first()
                .asString()
                .endsWith(" \\");
        assertThat(typing.type("link show --as tc --json").first()).startsWith("[\"tc qdisc add dev lo root netem");

        typing.type("link add udp {bob} --listen 0 delay 1ms").ends(0);
        assertThat(typing.type("link show --as tc").lines())
                .anyMatch(line -> line.startsWith("# link 1: udp "))
                .anyMatch(line -> line.startsWith("# link 2: udp "));
    }

    @Test
    void holdsEverythingBackAndLetsItGo() {
        typing.opens("link", "link add udp {bob}").ends(0);
        typing.type("link pause 1").shows("link 1: paused").ends(0);
        typing.type("sendto alice {link} hello").ends(0);
        typing.type("link").has("link 1: udp 127.0.0.1:{link} -> 127.0.0.1:{bob}: everything passes (paused)");
        assertThat(json("link resume 1 --json")).containsEntry("paused", false);
        typing.type("recv bob").shows("recv(3, \"hello\", 65536, 0) = 5");
    }

    @Test
    void endsOneOrAll() {
        typing.type("link")
                .shows("no link is up; make one:  link add PORT delay 20ms")
                .ends(0);
        typing.opens("one", "link add udp {bob}").ends(0);
        typing.opens("two", "link add tcp 9 --listen 0").ends(0);
        typing.type("link drop 1")
                .shows("link 1: udp 127.0.0.1:{one} -> 127.0.0.1:{bob}: everything passes")
                .ends(0);
        typing.opens("three", "link add udp {bob}")
                .has("link 1: udp 127.0.0.1:{three} -> 127.0.0.1:{bob}: everything passes");
        assertThat(typing.type("link drop *").ends(0).lines()).hasSize(2);
        typing.type("link log 1").refuses("link: \"1\" (expected: a link; make one:  link add PORT delay 20ms)");
    }

    @Test
    void listensWhereItIsTold() {
        typing.all("socket udp --as gone", "bind 0", "close gone").ends(0);
        Shown shown = typing.type("link add udp {bob} --listen {gone}").ends(0);
        shown.has("link 1: udp 127.0.0.1:{gone} -> 127.0.0.1:{bob}: everything passes");
        typing.type("link log 1").shows("nothing has passed").ends(0);
    }

    @Test
    void oneThatHasNoRoomDoesNotRun() {
        for (int i = 0; i < 99; i++) {
            typing.type("link add udp {bob}").ends(0);
        }
        typing.all("socket udp --as gone", "bind 0", "close gone").ends(0);
        typing.type("link add udp {bob} --listen {gone}")
                .refuses("link: 99 links are up (expected: fewer);  link drop *  ends all");
        typing.all("socket udp --as there", "bind there {gone}").ends(0);
    }

    @Test
    void theSessionsSeedAndLinkCountWhereNoneIsTyped() {
        typing.type("set seed 7").ends(0);
        typing.session().defaults().link("loss 10%");
        typing.opens("link", "link add udp {bob}").ends(0);
        assertThat(json("link show --json"))
                .containsEntry("rules", "loss 10% seed 7")
                .containsEntry("seed", 7);
    }

    @Test
    void theSessionsSeedIsThereWithoutRulesToo() {
        typing.type("set seed 7").ends(0);
        typing.opens("link", "link add udp {bob}").ends(0);
        assertThat(json("link show --json")).containsEntry("rules", "").containsEntry("seed", 7);
        typing.all("set seed 9", "link use delay 1ms", "link use").ends(0);
        assertThat(json("link show --json")).containsEntry("rules", "").containsEntry("seed", 9);
    }

    @Test
    void aStreamCannotLoseBytes() {
        Shown shown = typing.type("link add tcp 9 loss 5%");
        assertThat(shown.troubles())
                .singleElement()
                .asString()
                .startsWith("link: loss on tcp over relay: not possible in user space");
        shown.ends(2);
        typing.type("link").shows("no link is up; make one:  link add PORT delay 20ms");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "link ad 9                  | link: \"ad\" (expected: add?)",
                "link loss 5%               | link: \"loss\" (expected: a verb before the rules:  link use loss … , or "
                        + " link add [HOST] PORT loss …)",
                "link frob                  | link: \"frob\" (expected: add use show log pause step resume drop forget"
                        + " delay duplicate corrupt upstream downstream)",
                "link add                   | link: too few words (expected: [HOST] PORT); see  help link",
                "link add 9 los 5%          | link: \"los\" (expected: loss?)",
                "link use 1 loss 5%         | link: \"1\" (expected: a link; make one:  link add PORT delay 20ms)",
                "link use                   | link: use: there is no link yet; make one:  link add PORT delay 20ms",
                "link show --as iptables    | link: --as: \"iptables\" (expected: tc)",
                "link show --listen nonsense | link: \"--listen\" (expected: only with link add; see  help link)",
                "link --last 3              | link: \"--last\" (expected: only with link log; see  help link)",
                "link upstream --as tc      | link: \"--as\" (expected: only with link show; see  help link)",
                "link --as iptables         | link: --as: \"iptables\" (expected: tc)",
                "link log 1 --last 0        | link: --last: \"0\" (expected: a whole number from 1 to 1000000)",
                "link add 9 --listen 70000  | link: --listen: \"70000\" (expected: a whole number from 0 to 65535)",
                "link drop                  | link: drop: too few words (expected: next, or which one: 3rd; or the"
                        + " number of a link, to end it)",
                "link drop 1 data           | link: drop: \"1\" (expected: a link, next, or which one: 3rd); for that one:"
                        + "  link drop 1st data",
                "link drop 1 x              | link: drop: \"1\" (expected: a link, next, or which one: 3rd)",
            })
    void saysWhatCannotBeMeant(String line, String message) {
        typing.type(line).refuses(message);
    }

    @Test
    void namesTheLinksThereAre() {
        typing.opens("link", "link add udp {bob}").ends(0);
        typing.opens("other", "link add udp {bob}").ends(0);
        typing.type("link pause 3").refuses("link: \"3\" (expected: a link: 1 2)");
        typing.type("link pause 1 2").refuses("link: \"2\" (expected: nothing more; see  help link)");
    }

    private void awaitLogged(int packets) {
        await().until(() -> typing.type("link log 1 --json").jsonList().size() == packets);
    }

    private Map<String, Object> json(String line) {
        return typing.type(line).ends(0).jsonList().get(0);
    }
}
