delete from lesested
where id = :id
