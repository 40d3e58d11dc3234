insert into tilgangsendring
    (nummer, tidspunkt, slag, utfoert_av, avtale, consumer, hjemmel, miljoe, kontakt_navn, kontakt_epost,
    kontakt_telefon, ipadresser, gyldig_fra, gyldig_til, besluttet_av, trukket)
values (:nummer, :tidspunkt, :slag, :utfoertAv, :avtale, :consumer, :hjemmel, :miljoe, :navn, :epost,
    :telefon, :ipadresser, :gyldigFra, :gyldigTil, :besluttetAv, :trukket)
