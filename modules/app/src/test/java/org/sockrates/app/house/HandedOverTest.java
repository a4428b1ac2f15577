package org.sockrates.app.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.SystemClock;

/** Time, chance, language, the terminal and the end of the process are handed over, never reached for. */
class HandedOverTest {
    private static final Set<String> CLOCKS_AND_DICE = Set.of(
            "java.lang.System.nanoTime",
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.time.Instant.now",
            "java.time.LocalTime.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.util.UUID.randomUUID",
            "java.util.Random.<init>",
            "java.util.SplittableRandom.<init>",
            "java.security.SecureRandom.<init>",
            "java.util.concurrent.ThreadLocalRandom.current");

    private static final Set<String> FORMATS = Set.of(
            "java.lang.String.format",
            "java.lang.String.formatted",
            "java.lang.String.toLowerCase",
            "java.lang.String.toUpperCase",
            "java.io.PrintStream.printf",
            "java.io.PrintStream.format",
            "java.io.PrintWriter.printf",
            "java.io.PrintWriter.format",
            "java.util.Formatter.<init>");

    @Test
    void nounsAndLinksReadNoClockAndThrowNoDice() {
        noClasses()
                .that(decide())
                .should()
                .callCodeUnitWhere(target(oneOf(CLOCKS_AND_DICE)))
                .orShould()
                .accessField(SystemClock.class, "INSTANCE")
                .check(House.CLASSES);
    }

    /** Where people write other digits than these, the same comparison would be another document. */
    @Test
    void nobodyWritesInTheMachinesLanguage() {
        noClasses()
                .should()
                .callCodeUnitWhere(target(describe(
                        "formats without a locale",
                        call -> FORMATS.contains(call.getOwner().getName() + "." + call.getName())
                                && !call.getRawParameterTypes().stream()
                                        .anyMatch(type -> type.isEquivalentTo(Locale.class)))))
                .check(House.CLASSES);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .callCodeUnitWhere(
                        target(oneOf(Set.of("java.lang.Thread.sleep", "java.util.concurrent.TimeUnit.sleep"))))
                .check(House.CLASSES);
    }

    @Test
    void onlyMainEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.sockrates.app.Main")
                .should()
                .callCodeUnitWhere(target(
                        oneOf(Set.of("java.lang.System.exit", "java.lang.Runtime.exit", "java.lang.Runtime.halt"))))
                .check(House.CLASSES);
    }

    @Test
    void onlyAppTouchesTheProcessStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.sockrates.app..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .check(House.CLASSES);
    }

    /** The classes that must do the same in any time: the nouns and the links, but what is at work in real time. */
    private static DescribedPredicate<JavaClass> decide() {
        return describe(
                "decide",
                each -> !each.isEquivalentTo(SystemClock.class)
                        && !each.getName().equals("org.sockrates.link.relay.RealTimePassage")
                        && (each.getPackageName().equals("org.sockrates.transport")
                                || each.getPackageName().startsWith("org.sockrates.transport.channel")
                                || each.getPackageName().startsWith("org.sockrates.transport.framing")
                                || each.getPackageName().startsWith("org.sockrates.transport.service")
                                || each.getPackageName().startsWith("org.sockrates.transport.text")
                                || each.getPackageName().startsWith("org.sockrates.link")));
    }

    private static DescribedPredicate<CodeUnitCallTarget> oneOf(Set<String> calls) {
        return describe(
                "is one of " + calls, call -> calls.contains(call.getOwner().getName() + "." + call.getName()));
    }
}
