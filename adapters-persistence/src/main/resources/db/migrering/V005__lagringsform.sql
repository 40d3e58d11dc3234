-- Registrations are written as bytes from here on, where they were packed JSON. The rows there are stay as they are, and are
-- read. The number alone is what matters: versions of the program that cannot read the new form refuse the whole register,
-- where they would have refused one virksomhet after another.
comment on column virksomhet.gjeldende is 'in the form that its first byte tells';
