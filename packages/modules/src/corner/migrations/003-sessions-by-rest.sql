-- Sessions that nobody used for a week are tidied away by when they were seen last.
create index sessions_seen on corner.sessions (seen_at);
