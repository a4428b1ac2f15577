package org.sockrates.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/** Who may see which library: each has one door into the house. ArchUnit fails a rule that met no class. */
class LibrariesTest {
    @Test
    void onlyTheShellSeesTheLineEditorAndTheOptionParser() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.sockrates.shell..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jline..", "com.beust..")
                .check(House.CLASSES);
    }

    @Test
    void onlyTheEditorIsBuiltOnTheLineEditor() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.sockrates.shell.editor..")
                .and()
                .doNotHaveFullyQualifiedName("org.sockrates.shell.Program")
                .and()
                .doNotHaveFullyQualifiedName("org.sockrates.shell.Interrupts")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jline..")
                .check(House.CLASSES);
    }

    @Test
    void onlyTheWireMakesNativeCalls() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.sockrates.wire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.sun.jna..")
                .check(House.CLASSES);
    }

    @Test
    void theNounsNeedNothingButTheJdk() {
        noClasses()
                .that()
                .resideInAPackage("org.sockrates.transport..")
                .and()
                .resideOutsideOfPackage("org.sockrates.transport.testkit..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("org.sockrates.transport..", "java..", "org.jspecify..")
                .check(House.CLASSES);
    }

    @Test
    void whatIsShippedKnowsNoTestLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.sockrates.transport.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.assertj..", "org.mockito..", "org.awaitility..")
                .check(House.CLASSES);
    }
}
