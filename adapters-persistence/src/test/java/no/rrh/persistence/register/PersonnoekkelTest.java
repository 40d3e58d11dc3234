package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands for those who may not be named. */
class PersonnoekkelTest {
    @TempDir
    Path mappe;

    @Test
    void namesTheSameAlikeAfterARestartAndOtherwiseUnderAnotherKey() throws Exception {
        Path annen = Files.createDirectory(mappe.resolve("annen"));
        String hva = "310000019|person";

        assertThat(Personnoekkel.i(mappe).pseudonym(hva))
                .isEqualTo(Personnoekkel.i(mappe).pseudonym(hva))
                .isNotEqualTo(Personnoekkel.i(mappe).pseudonym(hva + "|"))
                .isNotEqualTo(Personnoekkel.i(annen).pseudonym(hva));
    }

    @Test
    void aNameOutsideIsNotTheOneInTheIndex() {
        Personnoekkel noekkel = Personnoekkel.i(mappe);
        Foedselsnummer nummer = new Foedselsnummer("05910298382");

        assertThat(noekkel.person(nummer)).isNotEqualTo(noekkel.pseudonym(nummer.verdi()));
    }
}
