package no.rrh.motpart;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Who may look up. Signature, lifetime and issuer are verified by Boot's own decoder; the {@code scope} claim is split by it. */
@Configuration(proxyBeanMethods = false)
class Sikkerhet {
    private static final String OFFENTLIG = "SCOPE_brreg:reelle/offentlig";
    private static final String RAPPORTERINGSPLIKTIG = "SCOPE_brreg:reelle/rapporteringspliktig";

    @Bean
    SecurityFilterChain kjede(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(kall -> kall.requestMatchers("/api/virksomheter/*")
                        .hasAnyAuthority(OFFENTLIG, RAPPORTERINGSPLIKTIG)
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(tjener -> tjener.jwt(Customizer.withDefaults()))
                // every request brings its token: neither a session nor what protects one
                .sessionManagement(okt -> okt.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(vern -> vern.disable())
                .build();
    }
}
