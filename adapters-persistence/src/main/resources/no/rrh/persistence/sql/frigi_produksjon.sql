update produksjon
set eier = null
where id = 1 and eier is not null
