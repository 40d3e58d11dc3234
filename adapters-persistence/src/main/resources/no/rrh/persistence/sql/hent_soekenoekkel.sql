select noekkel
from soekenoekkel
where id = 1
