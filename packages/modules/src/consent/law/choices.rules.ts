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
  "Whose age nobody told is no child: no age is made up. An age, a year or a day that can be read in two ways is taken as the youngest that it may mean.",
  "An age goes by the person's own word, else a colleague's, else the retailer's systems', else what a browser stated: of the best of these that there is, the youngest of all records. So a browser makes nobody a child against a better word, and a word that is corrected by the person stays corrected.",
  "Whoever asks whether somebody may be reached can make them younger (`born`), never older: that is corrected where it was said.",
  "An address that parent and child share is quiet as long as the two are one person and a record of either is a child's, unless the person or a colleague says otherwise; two logins are never one person, and after a split each goes by their own.",
  "A guardian who agrees at the moment of use (`guardian`) takes the place of one who said the yes, for anything but advertising and profiling.",
  "A permission unused for 365 days sleeps (LAW-36 found no length); a policy may say another number of days.",
  "A no in a book outside the database whose transaction was undone holds from the next start: the person said it.",
] as const;
