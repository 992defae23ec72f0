// What we chose where the law says nothing, for `docs/law.md`.
export const choices = [
  "A purpose or channel that no rule allows needs consent (LAW-01 says mail, SMS, push, direct messages and automatic calls; web, app, store, till and device are held to the same).",
  "Finland has a set of its own for the age of consent; all other countries go by the set EU, with age 16.",
  "In Norway the register may be at most 61 days old for calls and 92 for letters, as in Sweden: LAW-27 names no age.",
  "An address in a register counts for whoever lives there: a name is written in too many ways to be trusted with somebody else's no.",
  "A register with more than one unreadable line in a hundred is refused, and the one before stays, until it is too old.",
  "An imported yes holds only where there never was a no, whatever its date, and counts as confirmed: the other system has done that. It sleeps like any other.",
  "A link that confirms ends after seven days; a link that withdraws never ends.",
  "At most three mails a day ask one address to confirm.",
  "Nobody under 18 gets advertising or is profiled, whatever the age of consent (LAW-23 asks for that of known minors).",
  "A permission unused for 365 days sleeps (LAW-36 found no length); a policy may say another number of days.",
  "A no in a book outside the database whose transaction was undone holds from the next start: the person said it.",
] as const;
