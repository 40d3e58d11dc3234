package no.rrh.http.maskinporten;

import java.util.List;
import java.util.regex.Pattern;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.sikkerhet.Scopenavn;

/**
 * Who may fetch tokens from a {@link LokalMaskinporten}.
 *
 * @param id its {@code client_id}, which is a file's name too: 1 to 64 letters, digits, dots, hyphens and underscores of
 *     ASCII, the first a letter or digit
 * @param orgnr whose it is
 * @param scopes what it may ask for, at least one, each once; the register need not know them
 * @param delegertFra who have delegated their access to it, as Altinn does for Maskinporten: not itself
 */
public record Klient(String id, Organisasjonsnummer orgnr, List<String> scopes, List<Organisasjonsnummer> delegertFra) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /**
     * Checks the client.
     *
     * @throws UgyldigVerdi when a part of it is not as said
     */
    public Klient {
        krevId(id);
        Scopenavn.krevMinstEtt(scopes);
        scopes = scopes.stream().distinct().toList();
        delegertFra = delegertFra.stream().distinct().toList();
        if (delegertFra.contains(orgnr)) {
            throw new UgyldigVerdi("klientens eget organisasjonsnummer kan ikke ha delegert til den");
        }
    }

    /** Whether the text could be a client's id. */
    static boolean erId(String tekst) {
        return ID.matcher(tekst).matches();
    }

    static void krevId(String id) {
        if (!erId(id)) {
            throw new UgyldigVerdi("id må bestå av 1 til 64 av tegnene A–Z, a–z, 0–9, punktum, bindestrek og"
                    + " understrek, og begynne med en bokstav eller et siffer");
        }
    }
}
