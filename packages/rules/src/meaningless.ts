// Values that programs and people send when there is nothing to say. They point to nobody, whatever the shop.

const WORDS = new Set(
  `anonymous anonymousid anonymous_id anon guest visitor visitorid visitor_id user userid user_id distinct_id distinctid
   device deviceid device_id session sessionid session_id customer customerid customer_id client clientid client_id
   not_authenticated notauthenticated unauthenticated logged_out loggedout not_logged_in
   null nil none undefined unknown unidentified unset empty blank missing default na n/a nan not_set notset not-set
   true false yes no test tester testing dummy example sample demo todo tbd xxx xxxx abc asdf qwerty
   anonym okänd ukendt ukjent gäst gæst ingen saknas mangler email e-mail mail phone telefon telephone
   anonymous_user unknown_user no_user no_login no_id kund kunde public inloggad logget_ind ej_inloggad ikke_logget_ind
   ej_angivet ikke_angivet ikke_oplyst uppgift_saknas asiakas vieras tuntematon gast unbekannt
   #n/a #na #ref! #value! #name? #null! #div/0! #num! 9774d56d682e549c 012345678912345 02:00:00:00:00:00
   id uuid guid string login card club_card name value object infinity -infinity 0 -1
   admin@admin.com a@a.com a@b.com abc@abc.com asdf@asdf.com test@test.com
   test@test.se test@test.dk test@test.no test@test.test test@example.com test@mail.com test@gmail.com user@example.com
   email@example.com name@example.com example@example.com mail@mail.com none@none.com no@no.com no@email.com
   guest@guest.com anonymous@anonymous.com unknown@unknown.com null@null.com na@na.com dummy@dummy.com`
    .split(/\s+/)
    .concat(
      "not set",
      "(not set)",
      "[object object]",
      "not applicable",
      "no email",
      "no e-mail",
      "guest user",
    ),
);

/** As words put together in other ways: AnonymousUser, anonymous-user. Short ones may be somebody's own. */
const together = (text: string): string => text.replace(/[\s_-]+/g, "");
const TOGETHER: ReadonlySet<string> = new Set([...WORDS].map(together).filter((word) => word.length > 5));

/** Nobody reads there, or the domain exists for nobody (RFC 2606). */
const NO_MAIL =
  /^(no[-_.]?e?[-_.]?mail|no[-_.]?reply|do[-_.]?not[-_.]?reply|noreply|null|undefined|anonymous|ingen|saknas|mangler|okänd|ukendt|ukjent)@|\.invalid$/;
const TEST_MAIL = /^(test\d*(\+.*)?|example|none|null|anonymous|asdf)@(test|example|none|null|mail)\./;
/** What stands in templates, and a word typed twice to get past a field: user@domain.com, asd@asd.se. */
const FILLED_MAIL =
  /^(?:(?:user|name|example|email)@(?:domain|email|company|yourdomain)|(asdf?|qwe|qwerty|abc|123|1234|guest|anonym|na|no|none)@\1)\./;

/** What a template leaves behind when nobody filled it in: {{ user.id }}, ${id}, %%EMAIL%%, *|EMAIL|*, <email>, [id]. */
const NOT_FILLED_IN = /^(\{\{.*\}\}|\$\{.*\}|%%.*%%|\*\|.*\|\*|<.*>|\[.*\])$/s;
const NEVER_ONE_CHARACTER: ReadonlySet<string> = new Set(["visitor", "device", "distinct_id"]);
const THINGS: ReadonlySet<string> = new Set(["order", "receipt"]);
const CARDS: ReadonlySet<string> = new Set(["club_card", "card_token"]);
const ONE_CHARACTER = /^(.)\1{3,}$/su;
const ONE_CHARACTER_LONG = /^(.)\1{7,}$/su;
/** One digit over and over, typed to get past a field. Counting up is not blocked: real cards and numbers do that too. */
const ONE_DIGIT = /^(\d)\1{5,}$/;
const PLAIN = /^[!-~]+$/;
const SOMETHING = /[\p{L}\p{N}]/u;
const ONLY_ZEROS = /^[0\-{}\s.,:]+$/;
/** Around a word, and of no meaning: (null), "null", 'none'. */
const AROUND = /^["'`´‘’“”«»()<>[\]]+|["'`´‘’“”«»()<>[\]]+$/g;
const UNSEEN = /\p{Cf}/gu;
const TWICE = /^(\S+)(?:\s+\1)+$/;

/** One of the words, however it is wrapped, put together or said again. */
function isWord(plain: string): boolean {
  if (WORDS.has(plain)) return true;
  const bare = plain.replace(AROUND, "").trim();
  return WORDS.has(bare) || TOGETHER.has(together(bare)) || WORDS.has(TWICE.exec(bare)?.[1] ?? " ");
}

/** True when a value of a kind of identifier says nothing about who it is. */
export function isMeaningless(kind: string, value: string): boolean {
  const seen = PLAIN.test(value) ? value : value.normalize("NFKC").replace(UNSEEN, "").trim();
  const plain = seen.toLowerCase();
  if (plain === "" || isWord(plain)) return true;
  if (kind === "email") return isNoMail(plain);
  if (!SOMETHING.test(plain) || ONLY_ZEROS.test(plain) || NOT_FILLED_IN.test(plain)) return true;
  if (kind === "phone") return isNoPhone(plain.replace(/\D/g, ""));
  if (CARDS.has(kind)) return ONE_DIGIT.test(plain);
  return isOneCharacter(kind, plain);
}

const isNoMail = (plain: string): boolean =>
  !plain.includes("@") || NO_MAIL.test(plain) || TEST_MAIL.test(plain) || FILLED_MAIL.test(plain);

const isNoPhone = (digits: string): boolean => digits.length < 5 || ONE_DIGIT.test(digits.slice(-7));

/** "1111" may be a customer's number and 55555555 an order's; a program that made "aaaa" for a browser made nothing. */
function isOneCharacter(kind: string, plain: string): boolean {
  if (THINGS.has(kind)) return false;
  const bare = plain.replace(/[-_\s.]/g, "");
  return NEVER_ONE_CHARACTER.has(kind) ? ONE_CHARACTER.test(bare) : ONE_CHARACTER_LONG.test(bare);
}
