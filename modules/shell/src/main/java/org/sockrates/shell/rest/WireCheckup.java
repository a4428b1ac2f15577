package org.sockrates.shell.rest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockrates.shell.wire.WireAccess;
import org.sockrates.transport.SafeText;
import org.sockrates.wire.TcpProbe;
import org.sockrates.wire.TcpSettings;
import org.sockrates.wire.WireAbility;

/** Looks at what the path wire needs, at what the kernel's TCP offers, and at the program that reads captures. */
final class WireCheckup {
    private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+)+");

    private final WireAccess wire;

    WireCheckup(WireAccess wire) {
        this.wire = wire;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (WireAbility.Need need : wire.needs()) {
            String told = need.there() ? need.told() : need.told() + "; " + need.mend();
            findings.add(new Finding(need.what(), need.there(), told, false));
        }
        findings.add(wirePath());
        findings.add(atOnce());
        findings.add(congestion());
        findings.add(figures());
        findings.add(tshark());
        return findings;
    }

    private Finding wirePath() {
        Optional<String> missing = wire.inside() ? Optional.empty() : wire.missing();
        String told = wire.inside() ? "this process is on it" : "path wire  takes you there";
        return new Finding("path wire", missing.isEmpty(), missing.isEmpty() ? told : "until then:  link add", false);
    }

    private static Finding atOnce() {
        Optional<String> missing = WireAbility.oneByOne();
        String told = missing.map(why -> why + "; until then the wire is slower")
                .orElse("the wire takes packets some at a time");
        return new Finding("io_uring", missing.isEmpty(), told, false);
    }

    /** Inside the kernel is asked which it takes; outside nothing is tried. */
    private Finding congestion() {
        String what = "congestion";
        List<String> listed = TcpSettings.listedControls();
        if (listed.isEmpty()) {
            return new Finding(what, false, "this system does not say which congestion controls it has", false);
        }
        String all = SafeText.escape(String.join(" ", listed));
        if (!wire.inside()) {
            return new Finding(what, true, all + " listed; which of them the wire takes is seen there", false);
        }
        try {
            String taken = String.join(" ", TcpSettings.here().congestionControls());
            return new Finding(what, true, taken + " may be chosen; listed: " + all, false);
        } catch (IOException refused) {
            return new Finding(what, false, all + " listed, none may be chosen", false);
        }
    }

    private static Finding figures() {
        Optional<String> missing = TcpProbe.missing();
        return new Finding("TCP_INFO", missing.isEmpty(), missing.orElse("tcp show  and  tcp watch  can ask"), false);
    }

    private static Finding tshark() {
        Optional<String> said = ProgramWords.first("tshark", "--version");
        Matcher version = VERSION.matcher(said.orElse(""));
        return said.isPresent()
                ? new Finding("tshark", true, version.find() ? version.group() : "there, of no known version", false)
                : new Finding("tshark", false, "not found; to look at captures:  apt install tshark", false);
    }
}
