select organisasjonsnummer
from virksomhet
limit 1
