update sekvens set siste = :siste where id = 1
