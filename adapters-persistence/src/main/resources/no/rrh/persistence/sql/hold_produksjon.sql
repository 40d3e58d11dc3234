update produksjon
set utloeper = current_timestamp + interval '0.001' second * cast(:ms as integer)
where id = 1 and eier = :eier
