package org.sockrates.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A name says what a thing is, and what is public is promised. */
class NamesTest {
    private static final Pattern EMPTY_WORDS =
            Pattern.compile("(Abstract|Default|Base)[A-Z].*|.*(Impl|Utils?|Helpers?|Manager|Common)|I[A-Z][a-z].*");
    private static final Pattern EMPTY_PACKAGES =
            Pattern.compile(".*\\.(impl|utils?|helpers?|common|managers?|misc)\\b.*");

    @Test
    void noNameIsAnEmptyWord() {
        assertThat(named())
                .noneMatch(each -> EMPTY_WORDS.matcher(each.getSimpleName()).matches());
        assertThat(named())
                .noneMatch(each ->
                        EMPTY_PACKAGES.matcher(each.getPackageName() + ".").matches());
        assertThat(named()).hasSizeGreaterThan(50);
    }

    @Test
    void emptyWordsAreRecognised() {
        assertThat(List.of("TransportImpl", "AbstractSocket", "DefaultPath", "ITransport", "SocketUtil", "Helpers"))
                .allMatch(word -> EMPTY_WORDS.matcher(word).matches());
        assertThat(List.of("Impairment", "Interpreter", "Default", "Baseline", "IoFailure"))
                .noneMatch(word -> EMPTY_WORDS.matcher(word).matches());
    }

    /** The testkit's contracts are made to be extended by those who want to pass them. */
    @Test
    void publicClassesAreFinalOrSealed() {
        assertThat(named())
                .filteredOn(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                .filteredOn(each -> !each.getSimpleName().endsWith("Contract"))
                .hasSizeGreaterThan(50)
                .allMatch(NamesTest::isClosed);
    }

    @Test
    void everyTestClassEndsInTest() {
        List<Source> tests = Source.tests().stream()
                .filter(source -> source.has("@Test") || source.has("@ParameterizedTest") || source.has("@TestFactory"))
                .toList();
        assertThat(tests)
                .extracting(Source::fileName)
                .hasSizeGreaterThan(10)
                .allMatch(name -> name.endsWith("Test.java"));
    }

    private static boolean isClosed(JavaClass each) {
        return each.isInterface()
                || each.isEnum()
                || each.isRecord()
                || each.getModifiers().contains(JavaModifier.FINAL)
                || each.reflect().isSealed();
    }

    private static List<JavaClass> named() {
        Stream<JavaClass> all = House.CLASSES.stream();
        return all.filter(each ->
                        !each.isAnonymousClass() && !each.getSimpleName().equals("package-info"))
                .toList();
    }
}
