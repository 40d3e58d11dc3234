select count(*)
from virksomhet
