package no.rrh.domain.tilgang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HjemmelTest {
    /** The contract's «Who may have access»: the letters of each paragraph, by the scope that follows. */
    @Test
    void hasEveryLetterOfTheContractAndTheScopeThatFollowsFromIt() {
        assertThat(koder(Scope.OFFENTLIG)).isEqualTo(bokstaver("forskrift-3-11-1-", "abcdefgh"));
        assertThat(koder(Scope.RAPPORTERINGSPLIKTIG)).isEqualTo(bokstaver("hvitvaskingsloven-4-1-", "abceghijkno"));
        assertThat(koder(Scope.RAPPORTERINGSPLIKTIG_BEGRENSET)).isEqualTo(bokstaver("hvitvaskingsloven-4-1-", "dflm"));
        assertThat(koder(Scope.MEDIA)).containsExactly("forskrift-3-11-2");
        assertThat(koder(Scope.SIVILSAMFUNNSORGANISASJON)).containsExactly("forskrift-3-11-3");
        assertThat(koder(Scope.HOEYEREUTDANNINGSINSTITUSJON)).containsExactly("forskrift-3-11-4");
    }

    @Test
    void isFoundByItsCodeAndNoOther() {
        Map<String, Hjemmel> etterKode =
                Arrays.stream(Hjemmel.values()).collect(Collectors.toMap(Hjemmel::kode, hjemmel -> hjemmel));
        etterKode.forEach((kode, hjemmel) -> assertThat(Hjemmel.finn(kode)).contains(hjemmel));
        assertThat(Hjemmel.finn("hvitvaskingsloven-4-1-p")).isEmpty();
        assertThat(Hjemmel.finn("")).isEmpty();
    }

    private static TreeSet<String> koder(Scope scope) {
        return Arrays.stream(Hjemmel.values())
                .filter(hjemmel -> hjemmel.scope() == scope)
                .map(Hjemmel::kode)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> bokstaver(String foran, String bokstaver) {
        return bokstaver
                .chars()
                .mapToObj(bokstav -> foran + (char) bokstav)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
