// Passwords at rest: argon2id (RFC 9106) of Node's own crypto, with the cost written beside the salt so that it can rise.
import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { Refusal } from "@somlos/contract";

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number };
const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 }; // OWASP's first choice
const BYTES = 32;
const AT_ONCE = 2;
const WAITING_MOST = 30;

/** Hashing takes a core for a tenth of a second: few at once, and a flood is told to wait. */
const waiting: (() => void)[] = [];
let running = 0;

async function oneOfFew<T>(act: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_MOST) throw new Refusal("door.too_often", undefined, 2);
    await new Promise<void>((go) => waiting.push(go));
  } else running++;
  try {
    return await act();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  }
}

const derive = (password: string, nonce: Buffer, cost: Cost): Promise<Buffer> =>
  oneOfFew(
    () =>
      new Promise((done, failed) => {
        const message = password.normalize("NFKC");
        argon2("argon2id", { message, nonce, tagLength: BYTES, ...cost }, (error, key) =>
          error === null ? done(key) : failed(error),
        );
      }),
  );

const write = (cost: Cost, salt: Buffer, key: Buffer): string =>
  `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${salt.toString("base64url")}$${key.toString("base64url")}`;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return write(COST, salt, await derive(password, salt, COST));
}

/** A hash that no password has, of the same cost: unknown addresses are checked against it. */
const NOBODYS = write(COST, randomBytes(16), randomBytes(BYTES));
const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/;

/** The same work whether there is a hash or not: how long it takes says nothing about whether somebody is known. */
export async function matchPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const parts = FORM.exec(stored ?? NOBODYS);
  if (parts === null) throw new Error("a stored password hash has an unknown form");
  const [, memory, passes, parallelism, salt = "", key = ""] = parts;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const derived = await derive(password, Buffer.from(salt, "base64url"), cost);
  return timingSafeEqual(derived, Buffer.from(key, "base64url")) && typeof stored === "string";
}
