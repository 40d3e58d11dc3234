package no.rrh.bootstrap.rundtur;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.rrh.application.port.in.Eksportvalg;
import no.rrh.application.port.in.Eksportvalg.Form;
import no.rrh.application.port.in.Eksportvalg.Pakking;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.in.Importresultat;
import no.rrh.application.port.in.Importvalg;
import no.rrh.application.port.out.Registerleser;
import no.rrh.application.service.Registereksport;
import no.rrh.application.service.Registerimport;
import no.rrh.bootstrap.Testlager;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.lesing.V1Leser;
import no.rrh.persistence.register.Registerlager;

/** A register of its own in a store, and its import and export. */
final class Register implements AutoCloseable {
    private static final Clock KLOKKE = Clock.fixed(Instant.parse("2026-11-23T09:13:45.120Z"), ZoneOffset.UTC);
    private static final AtomicLong IDER = new AtomicLong();
    private static final Supplier<UUID> NY_ID = () -> new UUID(0x7000, IDER.incrementAndGet());

    private final Path mappe;
    final Registerlager lager;

    Register(Testlager slag) {
        try {
            mappe = Files.createTempDirectory("rrh-rundtur");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lager = slag.nytt(mappe).apply(KLOKKE);
    }

    Importresultat importer(byte[] fil, Importvalg valg) {
        return importer(fil, valg, Framdrift.INGEN);
    }

    Importresultat importer(byte[] fil, Importvalg valg, Framdrift framdrift) {
        return new Registerimport(new V1Leser(), lager.virksomhetsregister(), NY_ID, KLOKKE)
                .importer(new ByteArrayInputStream(fil), valg, framdrift);
    }

    /** As if they had stood in a file. */
    Importresultat les(Collection<RegistreringspliktigVirksomhet> poster) {
        Registerleser leser = (fil, mottaker) -> poster.forEach(mottaker::ta);
        return new Registerimport(leser, lager.virksomhetsregister(), NY_ID, KLOKKE)
                .importer(new ByteArrayInputStream(new byte[0]), Importvalg.FLETT, Framdrift.INGEN);
    }

    byte[] eksporter(Form form, Pakking pakking) {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        new Registereksport(lager.virksomhetsregister(), new V1Representasjon())
                .eksporter(ut, new Eksportvalg(form, pakking), Framdrift.INGEN);
        return ut.toByteArray();
    }

    String somLinjer() {
        return new String(eksporter(Form.JSONL, Pakking.INGEN), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        lager.close();
        try (Stream<Path> alt = Files.walk(mappe)) {
            for (Path sti : (Iterable<Path>) alt.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(sti);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
