// A hundred and sixty people, a dozen of whom stand there twice: signed in once, and once at the till with their club card.
const GIVEN =
  "Åsa Lars Maria Søren Eva Nils Karin Johan Mette Jens Hanne Björn Elin Olof Sara Per Ulla Mats Ida Poul".split(
    " ",
  );
const LAST =
  "Lindqvist Nielsen Åkesson Jensen Sandberg Møller Öberg Holm Wallin Kjær Nyström Dahl Ekström Bruun".split(
    " ",
  );
const STREETS = "Storgatan Kyrkogatan Skolgatan Bäckvägen Björkvägen Hamngatan Kungsgatan".split(" ");

const two = (n: number): string => String(n).padStart(2, "0");

type Known = {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthday: string;
  readonly address: object;
};

function human(n: number): Known {
  return {
    firstName: GIVEN[(n * 13) % GIVEN.length] ?? "",
    lastName: LAST[(n * 5 + (n >> 3)) % LAST.length] ?? "",
    birthday: `${1940 + ((n * 37) % 65)}-${two(1 + ((n * 7) % 12))}-${two(1 + ((n * 11) % 28))}`,
    address: {
      street: `${STREETS[n % STREETS.length]} ${1 + ((n * 17) % 97)}`,
      postalCode: String(21000 + ((n * 131) % 900)),
      city: n % 3 === 0 ? "Malmö" : "Lund",
    },
  };
}

/** How somebody writes it who hears it over a counter. */
const overheard = (one: Known, n: number): Known => ({
  ...one,
  firstName: n % 2 === 0 ? one.firstName.replace(/å/i, "Aa").replace("ø", "ö") : one.firstName,
  lastName: n % 3 === 0 ? `${one.lastName}s` : one.lastName,
  ...(n % 5 === 0 ? { address: { street: "Ringvägen 12", postalCode: "75320", city: "Uppsala" } } : {}),
  ...(n % 4 === 0 ? { birthday: one.birthday.replace(/(\d\d)-(\d\d)$/, "$2-$1") } : {}),
});

/** Messages, in batches: everybody, then those who come again. */
export function twins(): object[][] {
  const people = Array.from({ length: 160 }, (_, n) => human(n));
  const again = people.slice(0, 12).map((one, n) => ({
    type: "identify",
    messageId: `likely-card-${n}`,
    traits: { ...overheard(one, n), club_card: `LK-${1000 + n}` },
  }));
  const first = people.map((traits, n) => ({
    type: "identify",
    userId: `likely-${n}`,
    messageId: `likely-${n}`,
    traits: { ...traits, email: `likely${n}@post.example` },
  }));
  return [first, again];
}
