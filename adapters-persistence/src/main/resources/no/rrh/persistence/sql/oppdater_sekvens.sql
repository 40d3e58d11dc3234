update sekvens
set siste = :siste, tidspunkt = :tidspunkt
where id = 1
