package no.rrh.http.representasjon.lesing;

import java.util.List;
import java.util.Optional;
import no.rrh.domain.feil.UgyldigVerdi;

/** What was read of one object: a value for each field that was there. */
final class Verdier {
    private final Object[] verdier;

    Verdier(int antallFelter) {
        this.verdier = new Object[antallFelter];
    }

    void sett(Felt<?> felt, Object verdi) {
        verdier[felt.plass()] = verdi;
    }

    boolean har(Felt<?> felt) {
        return verdier[felt.plass()] != null;
    }

    /**
     * The value of a field that must be there.
     *
     * @throws UgyldigVerdi when it is not
     */
    <T> T krev(Felt<T> felt) {
        return valgfri(felt).orElseThrow(() -> new UgyldigVerdi("feltet " + felt.navn() + " mangler"));
    }

    /** The value of a field that may be absent. */
    @SuppressWarnings("unchecked") // the form puts what the field's own reader read, and nothing else
    <T> Optional<T> valgfri(Felt<T> felt) {
        return Optional.ofNullable((T) verdier[felt.plass()]);
    }

    /**
     * The value of the one field that is there.
     *
     * @throws UgyldigVerdi when none of them is, or more than one
     */
    <T> T noeyaktigEn(List<Felt<T>> felter) {
        List<Felt<T>> oppgitte = felter.stream().filter(this::har).toList();
        if (oppgitte.size() != 1) {
            throw new UgyldigVerdi("nøyaktig ett av feltene " + navn(felter) + " må være oppgitt, "
                    + (oppgitte.isEmpty() ? "men ingen av dem er det" : "ikke både " + navn(oppgitte)));
        }
        return krev(oppgitte.get(0));
    }

    private static <T> String navn(List<Felt<T>> felter) {
        List<String> navn = felter.stream().map(Felt::navn).toList();
        int siste = navn.size() - 1;
        return String.join(", ", navn.subList(0, siste)) + " og " + navn.get(siste);
    }
}
