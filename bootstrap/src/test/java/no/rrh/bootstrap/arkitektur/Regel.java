package no.rrh.bootstrap.arkitektur;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.application.port.out.Registerleser;
import no.rrh.application.port.out.Representasjon;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;

/** The rules of the house, each with the planted classes that break it. */
enum Regel {
    DOMAIN_KNOWS_JAVA_AND_ITSELF_ALONE(
            classes()
                    .that()
                    .resideInAPackage("no.rrh.domain..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "no.rrh.domain..")
                    .because("the register's words and rules outlive every library and every way to reach them"),
            no.rrh.domain.plantet.Plantet.KjennerApplication.class,
            no.rrh.domain.plantet.Plantet.KjennerBibliotek.class),

    APPLICATION_KNOWS_JAVA_DOMAIN_AND_ITSELF_ALONE(
            classes()
                    .that()
                    .resideInAPackage("no.rrh.application..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "no.rrh.domain..", "no.rrh.application..")
                    .because("a use case says what it needs as a port, and whoever has it comes to it"),
            no.rrh.application.plantet.Plantet.KjennerHttp.class,
            no.rrh.application.plantet.Plantet.KjennerPersistence.class,
            no.rrh.application.plantet.Plantet.KjennerBibliotek.class),

    HTTP_IS_KNOWN_TO_BOOTSTRAP_ALONE(
            classes()
                    .that()
                    .resideInAPackage("no.rrh.http..")
                    .should()
                    .onlyHaveDependentClassesThat()
                    .resideInAnyPackage("no.rrh.http..", "no.rrh.bootstrap..")
                    .because("adapters never know each other, and nobody knows an adapter but who wires them"),
            no.rrh.application.plantet.Plantet.KjennerHttp.class,
            no.rrh.persistence.plantet.Plantet.KjennerHttp.class),

    PERSISTENCE_IS_KNOWN_TO_BOOTSTRAP_ALONE(
            classes()
                    .that()
                    .resideInAPackage("no.rrh.persistence..")
                    .should()
                    .onlyHaveDependentClassesThat()
                    .resideInAnyPackage("no.rrh.persistence..", "no.rrh.bootstrap..")
                    .because("adapters never know each other, and nobody knows an adapter but who wires them"),
            no.rrh.application.plantet.Plantet.KjennerPersistence.class,
            no.rrh.http.plantet.Plantet.KjennerPersistence.class),

    HTTP_SHOWS_WHAT_INNSYN_HANDS_OUT_ALONE(
            noClasses()
                    .that()
                    .resideInAPackage("no.rrh.http..")
                    .and()
                    .resideOutsideOfPackage("no.rrh.http.representasjon.lesing..")
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(Registrering.class, ReellRettighetshaver.class, RegistreringspliktigVirksomhet.class)
                    .because("what may not be shown cannot be rendered; the import reader alone builds them"),
            no.rrh.http.plantet.Plantet.SerRegistrering.class,
            no.rrh.http.plantet.Plantet.SerRettighetshaver.class,
            no.rrh.http.plantet.Plantet.SerVirksomhet.class,
            no.rrh.http.plantet.Plantet.SerVirksomhetMedReferanse.class),

    NO_RESOURCE_READS_IMPORTS(
            noClasses()
                    .that()
                    .areAnnotatedWith(Path.class)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("no.rrh.http.representasjon.lesing..")
                    .because("the register is filled by a command, never by a call"),
            no.rrh.http.plantet.Plantet.ImporterendeRessurs.class),

    RESOURCES_LIVE_IN_HTTP(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("no.rrh.http..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.ws.rs..", "org.glassfish..", "org.eclipse.jetty..")
                    .because("what serves HTTP can then be replaced in one module"),
            no.rrh.persistence.plantet.Plantet.Ressurs.class),

    REPRESENTATIONS_LIVE_IN_HTTP(
            classes()
                    .that()
                    .implement(Representasjon.class)
                    .or()
                    .implement(Representasjon.Bestandsskriver.class)
                    .or()
                    .implement(Registerleser.class)
                    .should()
                    .resideInAPackage("no.rrh.http.representasjon..")
                    .because("import, export, file and answer speak one representation"),
            no.rrh.persistence.plantet.Plantet.Skriver.class,
            no.rrh.persistence.plantet.Plantet.Enkeltskriver.class,
            no.rrh.persistence.plantet.Plantet.Leser.class),

    ROWS_LIVE_IN_PERSISTENCE(
            noClasses()
                    .that()
                    .resideOutsideOfPackages("no.rrh.persistence..", "no.rrh.bootstrap.logging..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..", "javax.sql..", "org.jdbi..", "com.zaxxer..", "org.flywaydb..", "org.h2..")
                    .because("a row is mapped in one place, and another database is then no concern of others"
                            + "; the log alone tells the code of a fault, whichever database gave it"),
            no.rrh.http.plantet.Plantet.KjennerSql.class),

    REPOSITORIES_LIVE_IN_PERSISTENCE(
            classes()
                    .that()
                    .implement(Virksomhetsregister.class)
                    .or()
                    .implement(Endringslogg.class)
                    .or()
                    .implement(Totalbestandarkiv.class)
                    .should()
                    .resideInAPackage("no.rrh.persistence..")
                    .because("what must be durable when it returns is kept by one module"),
            no.rrh.http.plantet.Plantet.Lager.class),

    TIME_COMES_FROM_A_CLOCK(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("no.rrh.bootstrap..")
                    .should()
                    .accessTargetWhere(leserSystemklokken())
                    .because("a test must be able to say what time it is"),
            no.rrh.http.plantet.Plantet.SerPaaVeggen.class,
            no.rrh.http.plantet.Plantet.SerPaaVeggenMedReferanse.class,
            no.rrh.http.plantet.Plantet.SerPaaVeggenISone.class,
            no.rrh.http.plantet.Plantet.SerPaaVeggenSomTall.class,
            no.rrh.http.plantet.Plantet.SerPaaVeggenSomDato.class,
            no.rrh.http.plantet.Plantet.HarEgenKlokke.class,
            no.rrh.http.plantet.Plantet.HarEgenKlokkeISone.class),

    ONLY_COMMANDS_WRITE_TO_THE_CONSOLE(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("no.rrh.bootstrap.cli..")
                    .should()
                    .accessTargetWhere(skriverTilKonsollet())
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("java.util.logging..")
                    .because(
                            "there is one log, which masks what no log may hold, and a command's output is its answer"),
            no.rrh.http.plantet.Plantet.SkriverUt.class,
            no.rrh.http.plantet.Plantet.SkriverFeil.class,
            no.rrh.http.plantet.Plantet.SkriverStakken.class,
            no.rrh.http.plantet.Plantet.LoggerMedJava.class,
            no.rrh.bootstrap.plantet.Plantet.SkriverUt.class),

    THE_ACTOR_IS_A_PARAMETER(
            noClasses()
                    .that()
                    .resideInAnyPackage("no.rrh.domain..", "no.rrh.application..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(ThreadLocal.class)
                    .because("who acts is told to a use case, never left lying on the thread for it to find"),
            no.rrh.domain.plantet.Plantet.HolderPaaTraaden.class,
            no.rrh.application.plantet.Plantet.HolderPaaTraaden.class),

    PACKAGES_HAVE_NO_CYCLES(
            slices().matching("no.rrh.(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("what depends on each other both ways is one package"),
            no.rrh.domain.plantet.en.Krets.class,
            no.rrh.domain.plantet.to.Krets.class,
            no.rrh.http.plantet.Plantet.KjennerPersistence.class,
            no.rrh.persistence.plantet.Plantet.KjennerHttp.class);

    private final ArchRule regel;
    private final Set<Class<?>> brudd;

    Regel(ArchRule regel, Class<?>... brudd) {
        this.regel = regel;
        this.brudd = Set.of(brudd);
    }

    ArchRule regel() {
        return regel;
    }

    /** The planted classes that break it. */
    Set<Class<?>> brudd() {
        return brudd;
    }

    private static DescribedPredicate<JavaAccess<?>> leserSystemklokken() {
        return describe("reads the system's clock", tilgang -> {
            String eier = tilgang.getTargetOwner().getName();
            String navn = tilgang.getTarget().getName();
            return eier.startsWith("java.time.")
                            && navn.equals("now")
                            && !tar(tilgang, "(" + Clock.class.getName() + ")")
                    || eier.equals(Clock.class.getName()) && navn.matches("system.*|tick(Millis|Seconds|Minutes)")
                    || eier.equals(System.class.getName()) && navn.equals("currentTimeMillis")
                    || eier.equals(Date.class.getName()) && navn.equals("<init>") && tar(tilgang, "()");
        });
    }

    private static boolean tar(JavaAccess<?> tilgang, String parametere) {
        return tilgang.getTarget().getFullName().endsWith(parametere);
    }

    private static DescribedPredicate<JavaAccess<?>> skriverTilKonsollet() {
        return describe("writes to the console", tilgang -> {
            String navn = tilgang.getTarget().getName();
            return tilgang.getTargetOwner().isEquivalentTo(System.class)
                            && Set.of("out", "err").contains(navn)
                    || tilgang.getTargetOwner().isAssignableTo(Throwable.class)
                            && navn.equals("printStackTrace")
                            && tar(tilgang, "()");
        });
    }
}
