package org.sockrates.capture.numbered;

import java.util.List;

/** Numbers in the fewest words: {@code 1-3 5}. */
final class RangesText {
    private RangesText() {}

    static String of(List<Integer> numbers) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int i = 0; i < numbers.size(); i++) {
            boolean ends = i + 1 == numbers.size() || numbers.get(i + 1) != numbers.get(i) + 1;
            if (ends) {
                text.append(text.length() == 0 ? "" : " ").append(Integer.toUnsignedString(numbers.get(from)));
                text.append(i == from ? "" : "-" + Integer.toUnsignedString(numbers.get(i)));
                from = i + 1;
            }
        }
        return text.toString();
    }
}
