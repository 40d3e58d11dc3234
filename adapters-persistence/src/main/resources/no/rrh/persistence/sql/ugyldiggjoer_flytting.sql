-- No register has this name: what is left of the move can be gone on with by none.
update flytting
set kilde = ''
