package no.rrh.persistence.innsynslogg;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import no.rrh.application.port.out.Innsynsarkiv;
import no.rrh.application.port.out.InnsynsloggenSvarerIkke;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.innsyn.VistRegistrering;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.persistence.innsynslogg.Soekenoekler.Merke;

/** The logs in the folders of several instances, read as they are: whether they are whole is {@link Loggverifisering}'s to tell. */
public final class Loggarkiv implements Innsynsarkiv {
    private static final JsonFactory JSON = new JsonFactory();

    private final List<Loggmappe> mapper;
    private final Clock klokke;

    /**
     * The logs in the folders.
     *
     * @throws UgyldigVerdi when one of them holds none
     */
    public Loggarkiv(List<Path> mapper, Clock klokke) {
        this.mapper = mapper.stream().map(Loggmappe::new).toList();
        this.klokke = klokke;
        this.mapper.forEach(Loggarkiv::krevLogg);
    }

    private static void krevLogg(Loggmappe mappe) {
        try {
            if (Files.isDirectory(mappe.sti()) && !mappe.segmenter().isEmpty()) {
                return;
            }
        } catch (IOException e) {
            throw new InnsynsloggenSvarerIkke(e);
        }
        throw new UgyldigVerdi(mappe.sti() + " er ikke mappen til en innsynslogg: den har ingen filer innsyn-….logg");
    }

    @Override
    public long les(Consumer<LestFoering> mottaker) {
        long uleselige = 0;
        try {
            for (Loggmappe mappe : mapper) {
                String instans = Files.readString(mappe.instans(), StandardCharsets.US_ASCII)
                        .strip();
                for (Path segment : mappe.segmenter()) {
                    uleselige += les(segment, instans, mottaker);
                }
            }
            return uleselige;
        } catch (IOException e) {
            throw new InnsynsloggenSvarerIkke(e);
        }
    }

    private static long les(Path segment, String instans, Consumer<LestFoering> mottaker) throws IOException {
        long uleselige = 0;
        try (Segmentleser leser = new Segmentleser(segment)) {
            leser.neste();
            for (Optional<byte[]> linje = leser.neste(); linje.isPresent(); linje = leser.neste()) {
                Optional<LestFoering> foering = Linje.les(linje.get()).flatMap(lest -> foering(instans, lest));
                foering.ifPresent(mottaker);
                uleselige += foering.isPresent() ? 0 : 1;
            }
        }
        return uleselige;
    }

    /** When the last entry of the segment was made; absent when it holds none. */
    static Optional<Instant> sisteTidspunkt(Path segment) throws IOException {
        AtomicReference<Instant> siste = new AtomicReference<>();
        les(segment, "", foering -> siste.set(foering.tidspunkt()));
        return Optional.ofNullable(siste.get());
    }

    @Override
    public Set<String> merker(Foedselsnummer person) {
        Set<String> merker = new HashSet<>();
        try {
            for (Loggmappe mappe : mapper) {
                Soekenoekler.les(mappe.sti(), klokke).merker(person).stream()
                        .map(Merke::verdi)
                        .forEach(merker::add);
            }
        } catch (IOException e) {
            throw new InnsynsloggenSvarerIkke(e);
        }
        return merker;
    }

    /** Absent when it is no JSON object with a time: changed by somebody. */
    private static Optional<LestFoering> foering(String instans, Linje linje) {
        Map<String, String> felter = new HashMap<>();
        List<VistRegistrering> viste = new ArrayList<>();
        try (JsonParser json = JSON.createParser(linje.innhold())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                les(json, "", felter, viste);
            }
            Optional<String> fil = Optional.ofNullable(felter.get(Foeringsform.FIL));
            String sekvensnummer = felter.get(Foeringsform.SEKVENSNUMMER);
            return Optional.of(new LestFoering(
                    instans,
                    linje.nummer(),
                    Instant.parse(felter.getOrDefault(Foeringsform.TID, "")),
                    felter.getOrDefault(Foeringsform.OPERASJON, ""),
                    Optional.ofNullable(felter.get(Foeringsform.CONSUMER)),
                    Optional.ofNullable(felter.get(Foeringsform.ORGANISASJONSNUMMER)),
                    Optional.ofNullable(felter.get(Foeringsform.SPORING)),
                    viste,
                    Optional.ofNullable(felter.get(Foeringsform.SOEKT + Foeringsform.MERKE)),
                    fil,
                    sekvensnummer == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(sekvensnummer)),
                    fil.isPresent() && !"avvist".equals(felter.get(Foeringsform.UTFALL)),
                    new String(linje.innhold(), StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException | DateTimeException endret) {
            return Optional.empty();
        }
    }

    private static void les(JsonParser json, String foran, Map<String, String> felter, List<VistRegistrering> viste)
            throws IOException {
        String felt = json.currentName();
        JsonToken verdi = json.nextToken();
        if (verdi == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                les(json, felt, felter, viste);
            }
        } else if (verdi == JsonToken.START_ARRAY) {
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                String[] deler = json.getText().split("/");
                if (deler.length == 2) {
                    viste.add(new VistRegistrering(UUID.fromString(deler[0]), Integer.parseInt(deler[1])));
                }
            }
        } else {
            felter.put(foran + felt, json.getText());
        }
    }
}
