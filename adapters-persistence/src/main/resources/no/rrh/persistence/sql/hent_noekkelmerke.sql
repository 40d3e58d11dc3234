select noekkelmerke
from personindeks
where id = 1
