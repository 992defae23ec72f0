-- An erasure turns the sign-ins of a login into goodbyes: found by the login, not by reading every mark.
create index marks_login on identity.marks (login) where login is not null;
