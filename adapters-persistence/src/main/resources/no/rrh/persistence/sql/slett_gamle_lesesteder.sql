delete from lesested
where utloeper < current_timestamp - interval '1' day
