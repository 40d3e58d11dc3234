-- The columns in the order of Registertabell.
insert into generasjon (etter, id)
values (:etter, :id)
