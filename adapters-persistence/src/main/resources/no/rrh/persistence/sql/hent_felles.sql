select miljoe, soekenoekkel
from felles
where id = 1
