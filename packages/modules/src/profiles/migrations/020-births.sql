-- Everybody whom some word may make young, without reading what is known of all others: by the year that it names, `9` where
-- it names none, `0` for the age of a grown-up.
create index facts_births on profiles.facts ((
    case when name = 'age' and value #>> '{}' ~ '^(1[89]|[2-9][0-9]|1[0-9][0-9])$' then '0'
      else coalesce(substring(value #>> '{}' from '(?:19|20)[0-9][0-9]'), '9') end))
  where name in ('birthday', 'birthDate', 'birth_date', 'dateOfBirth', 'date_of_birth', 'dob', 'birthYear', 'birth_year', 'yearOfBirth', 'year_of_birth', 'age')
    and jsonb_typeof(value) in ('string', 'number');
