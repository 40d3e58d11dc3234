insert into endring (sekvensnummer, tidspunkt, type, organisasjonsnummer, registreringsid)
values (:sekvensnummer, :tidspunkt, :type, :nummer, :registreringsid)
