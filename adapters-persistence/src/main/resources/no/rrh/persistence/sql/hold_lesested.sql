update lesested
set vist = :vist, utloeper = current_timestamp + interval '0.001' second * cast(:ms as integer)
where id = :id and utloeper > current_timestamp
