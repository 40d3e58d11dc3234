update produksjon
set eier = :eier, utloeper = current_timestamp + interval '0.001' second * cast(:ms as integer)
where id = 1 and (eier is null or utloeper <= current_timestamp)
