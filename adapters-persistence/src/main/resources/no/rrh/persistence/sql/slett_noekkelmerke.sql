delete from personindeks
where id = 1
