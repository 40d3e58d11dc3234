package no.rrh.persistence.lagringsform;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.rrh.domain.kodeverk.LandAlfa3;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.rettighetshaver.FolkeregistrertPerson;
import no.rrh.domain.rettighetshaver.Navn;
import no.rrh.domain.rettighetshaver.UtenlandskPerson;

/** The fields of a person while they are read, before it is known which there are. */
final class LestPerson {
    String foedselsnummer;
    String fornavn;
    String mellomnavn;
    String etternavn;
    String fulltNavn;
    boolean doed;
    LocalDate foedselsdato;
    Year foedselsaar;
    LandAlfa3 bostedsland;
    List<LandAlfa3> statsborgerskap = List.of();

    FolkeregistrertPerson folkeregistrert() {
        return new FolkeregistrertPerson(
                Optional.ofNullable(foedselsnummer).map(Foedselsnummer::new),
                Optional.ofNullable(foedselsdato),
                Objects.requireNonNull(foedselsaar),
                navn(),
                doed,
                Objects.requireNonNull(bostedsland),
                statsborgerskap);
    }

    UtenlandskPerson utenlandsk() {
        return new UtenlandskPerson(
                Optional.ofNullable(foedselsdato),
                Objects.requireNonNull(foedselsaar),
                Optional.ofNullable(fulltNavn),
                Objects.requireNonNull(bostedsland),
                statsborgerskap);
    }

    private Optional<Navn> navn() {
        return fornavn == null
                ? Optional.empty()
                : Optional.of(new Navn(fornavn, Optional.ofNullable(mellomnavn), etternavn));
    }
}
