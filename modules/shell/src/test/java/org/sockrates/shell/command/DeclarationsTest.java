package org.sockrates.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParameterDescription;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;

/** What every command must declare, so that help, completion and the parser can rely on it. */
class DeclarationsTest {
    private static List<Entry> all() {
        try (Typing typing = new Typing()) {
            List<Entry> entries = typing.interpreter().registry().entries();
            assertThat(entries).hasSizeGreaterThan(35);
            return entries;
        }
    }

    @Test
    void everyCommandSaysWhatItIsFor() {
        for (Entry entry : all()) {
            Declaration declared = entry.declaration();
            assertThat(declared.summary()).as(entry.word()).isNotBlank().hasSizeLessThan(80);
            assertThat(declared.usage()).startsWith(entry.word());
        }
    }

    @Test
    void everyOptionThatTakesAValueNamesItAndIsReadByOurReaders() {
        int looked = 0;
        for (Entry entry : all()) {
            for (ParameterDescription option : Declaration.parser(entry.make()).getParameters()) {
                String which = entry.word() + " " + option.getNames();
                assertThat(option.getDescription()).as(which).isNotBlank();
                if (option.getParameterized().getType() != boolean.class) {
                    assertThat(option.getParameter().getParameter().placeholder())
                            .as(which)
                            .isNotBlank();
                    assertThat(isReadByOurs(option)).as(which).isTrue();
                    looked++;
                }
            }
        }
        assertThat(looked).isGreaterThan(10);
    }

    private static boolean isReadByOurs(ParameterDescription option) {
        Parameter declared = option.getParameter().getParameter();
        Class<?> type = option.getParameterized().getType();
        return OptionValue.class.isAssignableFrom(declared.converter())
                || new ValueReaders().getConverterInstance(declared, type, "") != null;
    }

    @Test
    void everyOptionOfAVerbIsOneOfItsCommand() {
        int looked = 0;
        for (Entry entry : all()) {
            Declaration declared = entry.declaration();
            for (Verb verb : declared.verbs()) {
                assertThat(declared.options())
                        .as(entry.word() + " " + verb.word())
                        .extracting(Option::name)
                        .containsAll(verb.options());
                looked += verb.options().size();
            }
        }
        assertThat(looked).isGreaterThan(10);
    }

    @Test
    void helpPagesFitIntoEightyColumns() {
        try (Typing typing = new Typing()) {
            List<String> tooLong = new ArrayList<>();
            List<String> lines = new ArrayList<>(typing.type("help").lines());
            all().forEach(entry ->
                    lines.addAll(typing.type("help " + entry.word()).lines()));
            lines.stream().filter(line -> line.length() > 80).forEach(tooLong::add);
            assertThat(tooLong).isEmpty();
        }
    }

    @Test
    void whatGoesOnUnderARowHasARowAboveIt() {
        String gap = "   "; // less is no gap: the line is prose, and what is below it would stand by itself
        int looked = 0;
        for (Entry entry : all()) {
            String above = "";
            for (String line : entry.declaration().text()) {
                if (line.startsWith(gap)) {
                    assertThat(above).as(entry.word() + ": above " + line).contains(gap);
                    looked++;
                }
                above = line;
            }
        }
        assertThat(looked).isGreaterThan(5);
    }

    @Test
    void everyExampleIsWellFormed() {
        try (Typing typing = new Typing()) {
            for (Entry entry : all()) {
                for (String example : entry.declaration().example()) {
                    List<org.sockrates.shell.words.Word> words =
                            org.sockrates.shell.words.Lexer.read(example).words();
                    Entry used =
                            typing.interpreter().registry().find(words.get(0).text());
                    if (words.stream()
                            .noneMatch(word -> word.marked().equals("--help")
                                    || word.marked().equals("--json"))) {
                        assertThat(CommandParser.parse(used, words.subList(1, words.size())))
                                .as(example)
                                .isNotNull();
                    }
                }
            }
        }
    }
}
