insert into felles (id, miljoe, soekenoekkel)
values (1, :miljoe, :soekenoekkel)
