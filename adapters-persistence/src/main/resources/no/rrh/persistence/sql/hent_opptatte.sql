select registreringsid
from registrering
where registreringsid = any(:ider)
