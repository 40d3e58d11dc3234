select count(*)
from tilgangsendring
