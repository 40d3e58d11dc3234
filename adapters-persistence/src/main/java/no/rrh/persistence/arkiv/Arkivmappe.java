package no.rrh.persistence.arkiv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Totalbestandformat;

/** The folder of the archive, as it is read: everything that is told of a file stands in its name. */
record Arkivmappe(Path mappe) {
    /** Where the file of that name lies. */
    Path sti(Record navn) {
        return mappe.resolve(navn.toString());
    }

    /** Absent when there is no regular file of that name, or no longer. */
    Optional<Totalbestandfil> fil(Filnavn navn, Optional<Bodsnavn> medBods) throws IOException {
        OptionalLong stoerrelse = stoerrelse(sti(navn));
        if (stoerrelse.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Totalbestandfil(
                Totalbestandformat.JSON,
                sti(navn),
                stoerrelse.getAsLong(),
                navn.sekvensnummer(),
                navn.laget(),
                navn.sha256(),
                medBods.isEmpty() ? Optional.empty() : bods(medBods.get())));
    }

    private Optional<Totalbestandfil> bods(Bodsnavn navn) throws IOException {
        OptionalLong stoerrelse = stoerrelse(sti(navn));
        if (stoerrelse.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Totalbestandfil(
                Totalbestandformat.BODS,
                sti(navn),
                stoerrelse.getAsLong(),
                navn.json().sekvensnummer(),
                navn.json().laget(),
                navn.sha256(),
                Optional.empty()));
    }

    private static OptionalLong stoerrelse(Path sti) throws IOException {
        try {
            BasicFileAttributes attributter =
                    Files.readAttributes(sti, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributter.isRegularFile() ? OptionalLong.of(attributter.size()) : OptionalLong.empty();
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        }
    }

    /** What is in service, as it may be told of. */
    List<Totalbestandfil> nyesteFoerst() throws IOException {
        if (!Files.isDirectory(mappe)) {
            return List.of();
        }
        List<Filnavn> navn = new ArrayList<>(navn(Filnavn::av));
        navn.sort(Filnavn.ELDSTE_FOERST.reversed());
        // listed after the others, and so with those of all of them, which were there before
        Map<Filnavn, Bodsnavn> bods =
                navn(Bodsnavn::av).stream().collect(Collectors.toMap(Bodsnavn::json, en -> en, (en, annen) -> annen));
        List<Totalbestandfil> funnet = new ArrayList<>();
        for (Filnavn ett : navn) {
            fil(ett, Optional.ofNullable(bods.get(ett))).ifPresent(funnet::add);
        }
        return funnet;
    }

    /** Those names in the folder that are read as such a one. */
    private <N> List<N> navn(Function<String, Optional<N>> les) throws IOException {
        try (Stream<Path> filer = Files.list(mappe)) {
            return filer.flatMap(sti -> les.apply(sti.getFileName().toString()).stream())
                    .toList();
        }
    }

    /** Files of BODS whose file of JSON is gone, or was never put in service. */
    List<Path> loese() throws IOException {
        Set<Filnavn> json = new HashSet<>(navn(Filnavn::av));
        return navn(Bodsnavn::av).stream()
                .filter(bods -> !json.contains(bods.json()))
                .map(this::sti)
                .toList();
    }
}
