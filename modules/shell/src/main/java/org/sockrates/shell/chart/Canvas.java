package org.sockrates.shell.chart;

import java.util.ArrayList;
import java.util.List;

/** Cells to draw dots in: two by four a cell where Braille may be used, one where not. The dot 0, 0 is at the lower left. */
final class Canvas {
    private static final int BRAILLE = 0x2800;

    /** The bit of each dot of a cell, row by row from the top (Unicode, Braille Patterns). */
    private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private final boolean braille;
    private final int[][] cells;

    Canvas(int columns, int rows, boolean braille) {
        this.braille = braille;
        this.cells = new int[rows][columns];
    }

    boolean braille() {
        return braille;
    }

    int dotsAcross() {
        return cells[0].length * (braille ? 2 : 1);
    }

    int dotsUp() {
        return cells.length * (braille ? 4 : 1);
    }

    /** @param mark what stands for the dot where there is no Braille; the first to be there stays */
    void dot(int x, int y, char mark) {
        int down = dotsUp() - 1 - y;
        if (braille) {
            cells[down / 4][x / 2] |= BITS[down % 4][x % 2];
        } else if (cells[down][x] == 0) {
            cells[down][x] = mark;
        }
    }

    /** From the top, without blanks at the end. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int[] row : cells) {
            StringBuilder line = new StringBuilder();
            for (int cell : row) {
                line.append(cell == 0 ? ' ' : (char) (braille ? BRAILLE + cell : cell));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
