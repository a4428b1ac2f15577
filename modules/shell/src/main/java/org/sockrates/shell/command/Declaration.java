package org.sockrates.shell.command;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.text.NearestWord;

/**
 * What a command declares, read from the annotations on its class: one source for parsing, help, completion and the tail
 * tip.
 *
 * @param summary one line
 * @param operands what it takes beside options: {@code [SOCKET] [HOST] PORT}; empty for nothing
 * @param verbs empty where there are none, or all take the same
 * @param options by name
 */
public record Declaration(
        Entry entry,
        String summary,
        String operands,
        List<Verb> verbs,
        List<Option> options,
        List<String> text,
        List<String> example,
        String see) {
    private static final String DIVIDER = " -- ";

    /** Whether {@code --} divides its operands, and is one of them. */
    boolean divided() {
        return operands.contains(DIVIDER);
    }

    /** What the class of a command declares; {@link Entry#declaration} keeps it. */
    static Declaration read(Entry entry) {
        Command command = entry.make();
        JCommander parser = parser(command);
        List<Option> options = parser.getParameters().stream()
                .map(Declaration::option)
                .sorted(Comparator.comparing(Option::name))
                .toList();
        ParameterDescription main = parser.getMainParameter() == null ? null : parser.getMainParameterValue();
        Parameters parameters = command.getClass().getAnnotation(Parameters.class);
        Manual manual = command.getClass().getAnnotation(Manual.class);
        return new Declaration(
                entry,
                parameters == null ? "" : parameters.commandDescription(),
                main == null ? "" : main.getDescription(),
                manual == null
                        ? List.of()
                        : Stream.of(manual.verbs()).map(Verb::of).toList(),
                options,
                manual == null ? List.of() : List.of(manual.text()),
                manual == null ? List.of() : List.of(manual.example()),
                manual == null ? "" : manual.see());
    }

    static JCommander parser(Command command) {
        JCommander parser = new JCommander(command);
        parser.setExpandAtSign(false);
        parser.addConverterInstanceFactory(new ValueReaders());
        return parser;
    }

    private static Option option(ParameterDescription declared) {
        String value = "";
        if (declared.getParameterized().getType() != boolean.class) {
            value = declared.getParameter().getParameter().placeholder();
        }
        return new Option(List.of(declared.getParameter().names()), value, declared.getDescription());
    }

    /** The option of a name, if there is one. */
    public Optional<Option> option(String name) {
        return options.stream().filter(option -> option.names().contains(name)).findFirst();
    }

    /** Whether a word is an option. A number below zero is one only where the command has one of that name: {@code -6}. */
    boolean isOption(Word word) {
        boolean number = word.marked().matches("-[0-9].*");
        return word.option() && (!number || option(word.marked()).isPresent());
    }

    /**
     * What an error expects instead of an option that there is not, or that is another verb's; empty where it may be given.
     *
     * @param verb the first operand, whether it is a verb or not; empty where there is none
     */
    public Optional<String> expectedFor(String name, String verb) {
        Optional<Option> option = option(name);
        if (option.isEmpty()) {
            return Optional.of(expectedFor(name));
        }
        List<Verb> having = verbs.stream()
                .filter(each -> each.options().contains(option.get().name()))
                .toList();
        if (having.isEmpty() || Verb.meant(verbs, verb).filter(having::contains).isPresent()) {
            return Optional.empty();
        }
        String where =
                having.stream().map(each -> entry.word() + " " + each.word()).collect(Collectors.joining(", "));
        return Optional.of("only with " + where + "; see  help " + entry.word());
    }

    /** What an error about an option there is not expects. */
    String expectedFor(String name) {
        List<String> names = new ArrayList<>(List.of("--help", "--json"));
        options.forEach(option -> names.addAll(option.names()));
        String otherwise = options.isEmpty() ? "no option" : String.join(" ", names);
        return Elsewhere.flag(entry.word(), name).orElseGet(() -> NearestWord.expected(name, names, otherwise))
                + "; for text, quote it";
    }

    /** {@code bind [SOCKET] [HOST] PORT}, and {@code [OPTION…]} where there are any. */
    public String usage() {
        String optional = options.isEmpty() ? "" : " [OPTION…]";
        String all = operands.isEmpty() ? "" : " " + operands;
        return entry.word() + (divided() ? all.replace(DIVIDER, optional + DIVIDER) : all + optional);
    }

    /** Whether it is one of the command's verbs: {@code check} of {@code rdt}. */
    public boolean hasVerb(String word) {
        Stream<String> first = Operand.all(operands).stream().limit(1).flatMap(one -> one.kinds().stream());
        return Stream.concat(first, verbs.stream().map(Verb::word))
                .filter(verb -> verb.equals(verb.toLowerCase(Locale.ROOT)))
                .anyMatch(word::equals);
    }

    /** What is declared of one verb of it; all, where its text has no row about that verb. */
    public Declaration about(String verb) {
        List<String> rows = Fold.rows(
                text, head -> Stream.of(head.split(", ", -1)).anyMatch(call -> call.split(" ", 2)[0].equals(verb)));
        Optional<Verb> declared =
                verbs.stream().filter(each -> each.word().equals(verb)).findFirst();
        if (rows.isEmpty() || declared.isEmpty()) {
            return this;
        }
        return new Declaration(
                entry,
                summary,
                declared.get().operands().stream().map(Operand::text).collect(Collectors.joining(" ")),
                List.of(declared.get()),
                options.stream()
                        .filter(option -> expectedFor(option.name(), verb).isEmpty())
                        .toList(),
                rows,
                example.stream()
                        .filter(line -> (line + " ").startsWith(entry.word() + " " + verb + " "))
                        .toList(),
                "help " + entry.word() + (see.isEmpty() ? "" : ", " + see));
    }

    /** What its operands, whatever the verb, and the values of its options may be: {@code HOST}, {@code in}. */
    public List<String> kinds() {
        Stream<Operand> behind =
                Stream.concat(Operand.all(operands).stream(), verbs.stream().flatMap(verb -> verb.operands().stream()));
        Stream<Operand> values = options.stream().filter(Option::takesValue).map(option -> new Operand(option.value()));
        return Stream.concat(behind, values)
                .flatMap(operand -> operand.kinds().stream())
                .distinct()
                .toList();
    }

    /** What may stand behind the command: the operands of the verb, where one was typed. */
    List<Operand> operandsBehind(String first) {
        return Verb.meant(verbs, first)
                .filter(verb -> !first.isEmpty())
                .map(Verb::operands)
                .orElseGet(() -> Operand.all(operands));
    }
}
