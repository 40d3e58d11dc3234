insert into soekenoekkel (id, noekkel)
values (1, :noekkel)
