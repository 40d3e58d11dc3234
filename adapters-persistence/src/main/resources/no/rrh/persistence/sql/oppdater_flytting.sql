update flytting
set rader = rader + :rader, neste = :neste
where tabell = :tabell
