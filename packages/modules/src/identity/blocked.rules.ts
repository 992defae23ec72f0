// Values that programs and people send when there is nothing to say. They identify nobody.
import type { IdentifierKind } from "../events/index.ts";

const WORDS = new Set(
  `anonymous anonymousid anonymous_id anon guest visitor user userid user_id distinct_id distinctid customer client
   null nil none undefined unknown unidentified unset empty blank missing default na n/a nan not_set notset not-set
   (not set) true false yes no test tester testing dummy example sample demo todo tbd xxx xxxx abc asdf qwerty
   anonym okänd ukendt gäst gæst ingen saknas mangler email e-mail mail phone telefon telephone id uuid guid string
   login card club_card name value object infinity -infinity
   admin@admin.com a@a.com a@b.com a@b.se a@b.dk x@x.com aa@aa.com abc@abc.com asdf@asdf.com test@test.com
   test@test.se test@test.dk test@test.no test@test.test test@example.com test@mail.com test@gmail.com user@example.com
   email@example.com name@example.com example@example.com mail@mail.com none@none.com no@no.com no@email.com
   noemail@noemail.com noreply@noreply.com guest@guest.com anonymous@anonymous.com unknown@unknown.com
   null@null.com na@na.com dummy@dummy.com`
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

/** One digit over and over: typed to get past a field. Counting up is not blocked: real cards and numbers do that too. */
const isOneDigit = (digits: string): boolean => /^(\d)\1{5,}$/.test(digits);

/** True when a value says nothing about who it is, whatever the shop. */
export function isMeaningless(kind: IdentifierKind, value: string): boolean {
  const plain = value.normalize("NFKC").trim().toLowerCase();
  if (plain === "" || WORDS.has(plain)) return true;
  if (!/[\p{L}\p{N}]/u.test(plain) || /^[0\-{}\s]+$/.test(plain)) return true;
  const digits = plain.replace(/\D/g, "");
  if (kind === "email") return !/^[^@\s]+@[^@\s]+$/.test(plain);
  if (kind === "phone") return digits.length < 5 || isOneDigit(digits.slice(-7));
  return (kind === "club_card" || kind === "card_token") && isOneDigit(plain);
}
