insert into flytting (tabell, kilde, sekvensnummer, rader, neste)
values (:tabell, :kilde, :sekvensnummer, 0, :neste)
