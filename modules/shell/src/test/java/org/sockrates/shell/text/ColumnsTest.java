package org.sockrates.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void alignsNumbersToTheRight() {
        Columns table = new Columns("name", "n").right(1);
        table.row("a", "1000");
        table.row("b", "7");
        assertThat(table.lines()).containsExactly("name    n", "a    1000", "b       7");
    }

    @Test
    void aColumnWithoutTextTakesNoRoom() {
        Columns table = new Columns("a", "", "c");
        table.row("1", "", "3");
        assertThat(table.lines()).containsExactly("a c", "1 3");
        Columns last = new Columns("a", "");
        last.row("1", "");
        assertThat(last.lines()).containsExactly("a", "1");
    }

    @Test
    void withoutHeadingsThereIsNoLineOfThem() {
        Columns table = new Columns("", "");
        table.row("EPIPE", "Broken pipe");
        assertThat(table.lines()).containsExactly("EPIPE Broken pipe");
    }

    @Test
    void theLastColumnIsFoldedWhereTheLineIsTooLong() {
        Columns table = new Columns("address", "next");
        table.row("x".repeat(65), "send recv shutdown");
        assertThat(table.lines())
                .containsExactly(
                        "address" + " ".repeat(59) + "next",
                        "x".repeat(65) + " send recv",
                        " ".repeat(66) + "shutdown");
    }

    @Test
    void whatHasNoRoomAtAllGoesBelowItsRow() {
        Columns table = new Columns("fd", "Local", "Peer", "next");
        table.row("3", "l".repeat(47), "p".repeat(47), "send recv");
        table.row("4", "-", "-", "bind");
        assertThat(table.lines())
                .containsExactly(
                        "fd Local",
                        "3  " + "l".repeat(47),
                        "    Peer " + "p".repeat(47) + "  next send recv",
                        "4  -",
                        "    Peer -  next bind");
    }

    @Test
    void ofAnEmptyCellNothingGoesBelow() {
        Columns table = new Columns("fd", "Local", "Peer", "next");
        table.row("3", "l".repeat(47), "p".repeat(47), "");
        table.row("4", "-", "", "");
        assertThat(table.lines())
                .containsExactly("fd Local", "3  " + "l".repeat(47), "    Peer " + "p".repeat(47), "4  -");
    }

    @Test
    void evenTheSecondColumnMayBeTooWide() {
        Columns table = new Columns("a", "b", "c");
        table.row("1", "y".repeat(100), "z");
        assertThat(table.lines())
                .containsExactly("a", "1", "    b", "    " + "y".repeat(76), "    " + "y".repeat(24) + "  c z");
    }
}
