insert into generasjon (id, etter)
values (:id, :etter)
