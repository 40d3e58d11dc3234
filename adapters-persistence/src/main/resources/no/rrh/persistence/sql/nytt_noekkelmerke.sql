insert into personindeks (id, noekkelmerke)
values (1, :merke)
