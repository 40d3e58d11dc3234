select siste from sekvens where id = 1 for update
