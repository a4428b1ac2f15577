package org.sockrates.compare.experiment;

/** Which of ten packets are lost. */
enum Loss {
    NONE("none", "none", "", 0),
    /** Seven behind it: enough duplicate acknowledgements. */
    THIRD("3rd", "the third", "3", 1),
    /** One behind it. */
    NINTH("9th", "the ninth", "9", 1),
    /** None behind it. */
    TENTH("10th", "the last", "10", 1),
    /** None behind them, and two are out: a probe may come before the timer. */
    LAST_TWO("last2", "the last two", "9-10", 2);

    private final String word;
    private final String told;
    private final String numbers;
    private final int packets;

    Loss(String word, String told, String numbers, int packets) {
        this.word = word;
        this.told = told;
        this.numbers = numbers;
        this.packets = packets;
    }

    /** As it stands in a measure's name. */
    String word() {
        return word;
    }

    /** As it stands in a sentence. */
    String told() {
        return told;
    }

    /** As a link numbers packets; empty for none. */
    String numbers() {
        return numbers;
    }

    /** How many they are. */
    int packets() {
        return packets;
    }
}
