package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;

class DoorTest {
    @AutoClose
    private final Typing typing = new Typing();

    private Door at(String socket) {
        return new Door(typing.session(), typing.port(socket));
    }

    @Test
    void linksLeadToItOneBehindTheOther() {
        typing.all("socket --as door", "bind door 0").ends(0);
        typing.opens("near", "link add {door}");
        typing.opens("middle", "link add {near}");
        typing.opens("far", "link add {middle}");
        assertThat(at("far").leadsTo(typing.port("door"))).isTrue();
        assertThat(at("near").leadsTo(typing.port("far"))).isFalse();
        assertThat(at("far").isShut()).isTrue();
        typing.type("listen door").ends(0);
        assertThat(at("far").isShut()).isFalse();
    }
}
