package no.rrh.http.representasjon;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import no.rrh.domain.innsyn.RegistreringInnsyn;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.registrering.Innsender;
import no.rrh.domain.registrering.Innsender.FolkeregistrertInnsender;
import no.rrh.domain.registrering.Innsender.UtenlandskInnsender;
import no.rrh.domain.registrering.Innsender.VarslingspliktigVirksomhet;
import no.rrh.domain.registrering.Rettighetsinformasjon.RegulertMarked;
import no.rrh.domain.registrering.Rettighetsinformasjon.UtenlandskRegister;
import no.rrh.domain.registrering.Uoverensstemmelse;

/** Writes virksomheter and their registrations, in one pass and in one language. */
final class V1Skriver {
    private final Feltskriver felter;
    private final Rettighetshaverskriver rettighetshavere;

    V1Skriver(JsonGenerator generator, Spraak spraak) {
        this.felter = new Feltskriver(generator, Ordbok.paa(spraak));
        this.rettighetshavere = new Rettighetshaverskriver(felter);
    }

    void skriv(VirksomhetInnsyn virksomhet) throws IOException {
        felter.objekt(virksomhet, v -> {
            felter.nummer(Felt.ORGANISASJONSNUMMER, v.organisasjonsnummer());
            felter.tid(Felt.FOERST_I_REGISTERET, v.foerstRegistrert());
            felter.tid(Felt.SLETTET_I_REGISTERET, v.slettet());
            felter.liste(Felt.REGISTRERINGER, v.registreringer(), this::registrering);
        });
    }

    private void registrering(RegistreringInnsyn registrering) throws IOException {
        felter.objekt(registrering, r -> {
            felter.tekst(Felt.REGISTRERINGSID, r.registreringsid().toString());
            felter.kode(Felt.REGISTRERINGSSTATUS, r.registreringsstatus());
            felter.tid(Felt.REGISTRERT, r.registrert());
            felter.sannhet(Felt.ER_GJELDENDE, r.erGjeldende());
            felter.kode(Felt.REELLE_RETTIGHETSHAVERESTATUS, r.reelleRettighetshaverestatus());
            felter.objekt(Felt.UTENLANDSK_REGISTER, r.utenlandskRegister(), this::utenlandskRegister);
            felter.objekt(Felt.REGULERT_MARKED, r.regulertMarked(), this::regulertMarked);
            felter.liste(Felt.REELLE_RETTIGHETSHAVERE, r.reelleRettighetshavere(), rettighetshavere::skriv);
            felter.objekt(Felt.UOVERENSSTEMMELSE, r.uoverensstemmelse(), this::uoverensstemmelse);
        });
    }

    private void utenlandskRegister(UtenlandskRegister register) throws IOException {
        felter.land(Felt.LAND, register.land());
        felter.tekst(Felt.INTERNETTADRESSE, register.internettadresse());
    }

    private void regulertMarked(RegulertMarked marked) throws IOException {
        felter.tekst(Felt.NAVN, marked.navn());
        felter.land(Felt.LAND, marked.land());
        felter.tekst(Felt.INTERNETTADRESSE, marked.internettadresse());
    }

    private void uoverensstemmelse(Uoverensstemmelse uoverensstemmelse) throws IOException {
        felter.tekst(Felt.BESKRIVELSE_AV_UOVERENSSTEMMELSE, uoverensstemmelse.beskrivelse());
        felter.tid(Felt.UOVERENSSTEMMELSE_MOTTATT, uoverensstemmelse.mottatt());
        felter.objekt(Felt.INNSENDER, uoverensstemmelse.innsender(), this::innsender);
    }

    private void innsender(Innsender innsender) throws IOException {
        if (innsender instanceof VarslingspliktigVirksomhet virksomhet) {
            felter.objekt(
                    Felt.VARSLINGSPLIKTIG_VIRKSOMHET,
                    virksomhet,
                    v -> felter.nummer(Felt.ORGANISASJONSNUMMER, v.organisasjonsnummer()));
        } else if (innsender instanceof FolkeregistrertInnsender folkeregistrert) {
            rettighetshavere.person(folkeregistrert.person());
        } else if (innsender instanceof UtenlandskInnsender utenlandsk) {
            felter.objekt(Felt.UTENLANDSK_PERSON, utenlandsk, u -> {
                felter.dato(Felt.FOEDSELSDATO, u.foedselsdato());
                felter.tekst(Felt.FULLT_NAVN, u.fulltNavn());
            });
        }
    }
}
