select nummer, tidspunkt, slag, utfoert_av, avtale, consumer, hjemmel, miljoe, kontakt_navn, kontakt_epost,
    kontakt_telefon, ipadresser, gyldig_fra, gyldig_til, besluttet_av, trukket
from tilgangsendring
where nummer >= :noekkel1
order by nummer
limit :antall
