package no.rrh.http.representasjon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StykkevisTest {
    private static Stykkevis<String> liste(Iterator<String> elementer) {
        return new Stykkevis<>(
                json -> {
                    json.writeStartObject();
                    json.writeArrayFieldStart("liste");
                },
                elementer,
                JsonGenerator::writeString);
    }

    private static List<String> stykker(Iterator<byte[]> liste) {
        List<String> stykker = new ArrayList<>();
        liste.forEachRemaining(stykke -> stykker.add(new String(stykke, UTF_8)));
        return stykker;
    }

    @Test
    void anEmptyListIsOnePiece() {
        assertThat(stykker(liste(List.<String>of().iterator()))).containsExactly("{\"liste\":[]}");
    }

    @Test
    void aShortListIsOnePieceAndWhatIsBeyondTheBasicPlaneStaysAsItIs() {
        assertThat(stykker(liste(List.of("a", "🐟").iterator()))).containsExactly("{\"liste\":[\"a\",\"🐟\"]}");
    }

    @Test
    void aLongListComesInPiecesOfAtMostOneElementTooMuchAndIsNotReadAhead() {
        int[] lest = {0};
        Iterator<String> elementer = Stream.generate(() -> "x".repeat(1000))
                .limit(100)
                .peek(e -> lest[0]++)
                .iterator();
        Stykkevis<String> liste = liste(elementer);

        String foerste = new String(liste.next(), UTF_8);
        assertThat(foerste.length()).isBetween(16 * 1024, 16 * 1024 + 1010);
        // the iterator of a stream has one in hand
        assertThat(lest[0]).isLessThanOrEqualTo(18);
        String alt = foerste + String.join("", stykker(liste));
        assertThat(alt)
                .isEqualTo("{\"liste\":["
                        + Stream.generate(() -> '"' + "x".repeat(1000) + '"')
                                .limit(100)
                                .collect(Collectors.joining(","))
                        + "]}");
        assertThat(liste.hasNext()).isFalse();
        assertThatThrownBy(liste::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aListWhoseElementsFailIsNeverEnded() {
        IllegalStateException feil = new IllegalStateException();
        Iterator<String> elementer = Stream.iterate(0, i -> i + 1)
                .map(i -> {
                    if (i == 100) {
                        throw feil;
                    }
                    return "x".repeat(1000);
                })
                .iterator();
        Stykkevis<String> liste = liste(elementer);

        assertThatThrownBy(() -> stykker(liste)).isSameAs(feil);
        assertThat(liste.hasNext()).isTrue();
    }
}
