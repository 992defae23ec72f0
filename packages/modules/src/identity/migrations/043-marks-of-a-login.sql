-- Who is forgotten takes their name out of where they signed in, on devices that others use too.
create index marks_by_login on identity.marks (login) where login is not null;
