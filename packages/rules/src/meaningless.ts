// Values that programs and people send when there is nothing to say. They point to nobody, whatever the shop.

const WORDS = new Set(
  `anonymous anonymousid anonymous_id anon guest visitor visitorid visitor_id user userid user_id distinct_id distinctid
   device deviceid device_id session sessionid session_id customer customerid customer_id client clientid client_id
   not_authenticated notauthenticated unauthenticated logged_out loggedout not_logged_in
   null nil none undefined unknown unidentified unset empty blank missing default na n/a nan not_set notset not-set
   true false yes no test tester testing dummy example sample demo todo tbd xxx xxxx abc asdf qwerty
   anonym okänd ukendt ukjent gäst gæst ingen saknas mangler email e-mail mail phone telefon telephone
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

/** Nobody reads there, or the domain exists for nobody (RFC 2606). */
const NO_MAIL =
  /^(no[-_.]?e?[-_.]?mail|no[-_.]?reply|do[-_.]?not[-_.]?reply|noreply|null|undefined|anonymous)@|\.invalid$/;
const TEST_MAIL = /^(test|example|none|null|anonymous|asdf)@(test|example|none|null|mail)\./;

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
const ONLY_ZEROS = /^[0\-{}\s]+$/;

/** True when a value of a kind of identifier says nothing about who it is. */
export function isMeaningless(kind: string, value: string): boolean {
  const plain = (PLAIN.test(value) ? value : value.normalize("NFKC").trim()).toLowerCase();
  if (plain === "" || WORDS.has(plain)) return true;
  if (kind === "email") return !plain.includes("@") || NO_MAIL.test(plain) || TEST_MAIL.test(plain);
  if (!SOMETHING.test(plain) || ONLY_ZEROS.test(plain) || NOT_FILLED_IN.test(plain)) return true;
  if (kind === "phone") return isNoPhone(plain.replace(/\D/g, ""));
  if (CARDS.has(kind)) return ONE_DIGIT.test(plain);
  return isOneCharacter(kind, plain);
}

const isNoPhone = (digits: string): boolean => digits.length < 5 || ONE_DIGIT.test(digits.slice(-7));

/** "1111" may be a customer's number and 55555555 an order's; a program that made "aaaa" for a browser made nothing. */
function isOneCharacter(kind: string, plain: string): boolean {
  if (THINGS.has(kind)) return false;
  const bare = plain.replace(/[-_\s.]/g, "");
  return NEVER_ONE_CHARACTER.has(kind) ? ONE_CHARACTER.test(bare) : ONE_CHARACTER_LONG.test(bare);
}
