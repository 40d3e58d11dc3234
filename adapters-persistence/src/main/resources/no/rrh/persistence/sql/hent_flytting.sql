select tabell, kilde, sekvensnummer, rader, neste
from flytting
order by tabell
