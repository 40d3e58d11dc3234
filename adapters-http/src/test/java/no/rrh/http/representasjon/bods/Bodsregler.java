package no.rrh.http.representasjon.bods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What BODS asks for and its schema cannot: how the statements of a file speak of each other. */
final class Bodsregler {
    private static final Set<String> ANDELER = Set.of(
            "{\"exclusiveMinimum\":25,\"exclusiveMaximum\":50}",
            "{\"minimum\":50,\"exclusiveMaximum\":75}",
            "{\"minimum\":75,\"maximum\":100}");

    private final Set<String> utsagn = new HashSet<>();
    private final Set<String> lukket = new HashSet<>();

    /** The last statement of each record that is open. */
    private final Map<String, JsonNode> aapne = new HashMap<>();

    private final Set<String> ledd = new HashSet<>();
    private final Set<String> leddIForhold = new HashSet<>();

    /** Fails where one of them is broken. */
    static void krev(JsonNode alle) {
        Bodsregler regler = new Bodsregler();
        alle.forEach(regler::les);
        assertThat(regler.leddIForhold).as("components of some primary").containsAll(regler.ledd);
    }

    private void les(JsonNode ett) {
        String id = ett.get("recordId").asString();
        JsonNode detaljer = ett.get("recordDetails");
        assertThat(utsagn.add(ett.get("statementId").asString()))
                .as("a statementId is used once")
                .isTrue();
        assertThat(ett.at("/publicationDetails/bodsVersion").asString()).isEqualTo("0.4");
        assertThat(lukket).as("nothing is reused after it was closed").doesNotContain(id);
        krevIngenTomme(ett);
        krevIdentifikatorer(detaljer);
        if (ett.get("recordType").asString().equals("relationship")) {
            krevForhold(detaljer);
        }
        ta(ett, id, detaljer);
        String omHvem = ett.get("declarationSubject").asString();
        assertThat(omHvem.equals(id) || aapne.containsKey(omHvem) || lukket.contains(omHvem))
                .as("the subject of the declaration is in the file")
                .isTrue();
    }

    private void ta(JsonNode ett, String id, JsonNode detaljer) {
        JsonNode foer = aapne.get(id);
        switch (ett.get("recordStatus").asString()) {
            case "new" -> assertThat(foer).as("new once").isNull();
            case "updated" -> {
                assertThat(foer).as("updated when it is there").isNotNull();
                assertThat(sagt(foer)).as("updated when it says something else").isNotEqualTo(sagt(ett));
            }
            case "closed" -> assertThat(foer).as("closed when it is there").isNotNull();
            default -> throw new AssertionError(ett.get("recordStatus"));
        }
        if (ett.get("recordStatus").asString().equals("closed")) {
            aapne.remove(id);
            lukket.add(id);
        } else {
            aapne.put(id, ett);
        }
        if (detaljer.get("isComponent").asBoolean()) {
            ledd.add(id);
        }
    }

    private static List<String> sagt(JsonNode ett) {
        return List.of(ett.get("recordDetails").toString(), String.valueOf(ett.get("annotations")));
    }

    private void krevForhold(JsonNode forhold) {
        boolean erLedd = forhold.get("isComponent").asBoolean();
        assertThat(type(forhold.get("subject"))).as("parties come before").isEqualTo("entity");
        boolean person = false;
        if (forhold.get("interestedParty").isString()) {
            String type = type(forhold.get("interestedParty"));
            person = type.equals("person");
            assertThat(type).as("parties come before").isIn("entity", "person");
        } else {
            assertThat(forhold.has("interests")).isFalse();
        }
        for (JsonNode del : liste(forhold.get("componentRecords"))) {
            JsonNode ledd = aapne.get(del.asString());
            assertThat(ledd).as("components come before their primary").isNotNull();
            assertThat(ledd.at("/recordDetails/isComponent").asBoolean()).isTrue();
            leddIForhold.add(del.asString());
        }
        assertThat(erLedd && forhold.has("componentRecords")).isFalse();
        for (JsonNode interesse : liste(forhold.get("interests"))) {
            assertThat(interesse.get("beneficialOwnershipOrControl").asBoolean())
                    .isEqualTo(person && !erLedd);
            if (interesse.has("share")) {
                assertThat(interesse.get("share").toString()).isIn(ANDELER);
            }
        }
    }

    private String type(JsonNode recordId) {
        JsonNode part = aapne.getOrDefault(recordId.asString(), null);
        return part == null ? "none" : part.get("recordType").asString();
    }

    private static List<JsonNode> liste(JsonNode node) {
        return node == null
                ? List.of()
                : StreamSupport.stream(node.spliterator(), false).toList();
    }

    private static void krevIdentifikatorer(JsonNode detaljer) {
        liste(detaljer.get("identifiers"))
                .forEach(en -> assertThat(en.has("scheme") || en.has("schemeName"))
                        .as("an identifier has a scheme")
                        .isTrue());
    }

    private static void krevIngenTomme(JsonNode node) {
        if (node.isContainer()) {
            assertThat(node.size()).as("no empty list or object").isPositive();
            node.forEach(Bodsregler::krevIngenTomme);
        }
    }
}
