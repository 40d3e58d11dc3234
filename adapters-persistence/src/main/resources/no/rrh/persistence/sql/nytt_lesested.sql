insert into lesested (id, vist, utloeper)
values (:id, :vist, current_timestamp + interval '0.001' second * cast(:ms as integer))
