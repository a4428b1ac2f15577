package org.sockrates.lab.expect;

/** How often a line may come. */
enum Quantifier {
    ONE("", 1, 1),
    OPTIONAL("?", 0, 1),
    ANY("*", 0, Integer.MAX_VALUE),
    SOME("+", 1, Integer.MAX_VALUE);

    private final String sign;
    private final int least;
    private final int most;

    Quantifier(String sign, int least, int most) {
        this.sign = sign;
        this.least = least;
        this.most = most;
    }

    static Quantifier of(String sign) {
        for (Quantifier quantifier : values()) {
            if (quantifier.sign.equals(sign)) {
                return quantifier;
            }
        }
        throw new IllegalArgumentException(sign);
    }

    int least() {
        return least;
    }

    boolean allowsOneMore(int count) {
        return count < most;
    }

    /** The next count, held down where more would make no difference: fewer states to search. */
    int next(int count) {
        return most == Integer.MAX_VALUE ? Math.min(count + 1, least) : count + 1;
    }
}
