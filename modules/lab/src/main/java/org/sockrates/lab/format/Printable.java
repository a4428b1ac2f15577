package org.sockrates.lab.format;

/** What every format here can carry: one line of valid XML characters. The last guard, behind the escaper. */
final class Printable {
    private Printable() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(point -> isPrintable(point) ? point : 0xfffd).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isPrintable(int point) {
        boolean separatesLines = point == 0x2028 || point == 0x2029;
        boolean surrogate = point >= 0xd800 && point <= 0xdfff;
        boolean noCharacter = point == 0xfffe || point == 0xffff;
        return !Character.isISOControl(point) && !separatesLines && !surrogate && !noCharacter;
    }
}
