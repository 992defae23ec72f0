// For tests: an authenticator in software (WebAuthn level 3, ES256, no attestation), as a phone or a laptop has one.
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";

type Cbor = number | string | Buffer | Map<number | string, Cbor>;

function head(major: number, n: number): Buffer {
  if (n < 24) return Buffer.from([(major << 5) | n]);
  if (n < 256) return Buffer.from([(major << 5) | 24, n]);
  return Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
}

function cbor(value: Cbor): Buffer {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string")
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const pairs = [...value].flatMap(([key, held]) => [cbor(key), cbor(held)]);
  return Buffer.concat([head(5, value.size), ...pairs]);
}

const sha256 = (data: string | Buffer): Buffer => createHash("sha256").update(data).digest();
const text = (data: Buffer): string => data.toString("base64url");

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

export class Authenticator {
  readonly id = text(randomBytes(16));
  readonly #private: KeyObject;
  readonly #cose: Buffer;
  /** Where the pages live that it talks to. */
  origin: string;
  domain: string;
  counter = 0;
  /** Passkeys that are copied between devices do not count. */
  counts = true;
  /** Whether it asked for a finger or a code. */
  verifies = true;

  constructor(origin = "https://butik.example", domain = "butik.example") {
    this.origin = origin;
    this.domain = domain;
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const jwk = publicKey.export({ format: "jwk" });
    this.#private = privateKey;
    const key = new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(jwk.x ?? "", "base64url")],
      [-3, Buffer.from(jwk.y ?? "", "base64url")],
    ]);
    this.#cose = cbor(key);
  }

  #data(flags: number, more: Buffer): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter);
    const said = flags | PRESENT | (this.verifies ? VERIFIED : 0);
    return Buffer.concat([sha256(this.domain), Buffer.from([said]), count, more]);
  }

  #client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  /** Answers `navigator.credentials.create`. */
  make({ challenge }: { challenge: string }) {
    const id = Buffer.from(this.id, "base64url");
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, this.#cose]);
    const object = new Map<string, Cbor>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", this.#data(ATTESTED, attested)],
    ]);
    return this.#answer({
      clientDataJSON: text(this.#client("webauthn.create", challenge)),
      attestationObject: text(cbor(object)),
      transports: ["internal"],
    });
  }

  /** Answers `navigator.credentials.get`. */
  sign({ challenge }: { challenge: string }) {
    if (this.counts) this.counter++;
    const data = this.#data(0, Buffer.alloc(0));
    const client = this.#client("webauthn.get", challenge);
    const signed = createSign("sha256")
      .update(Buffer.concat([data, sha256(client)]))
      .sign(this.#private);
    return this.#answer({
      clientDataJSON: text(client),
      authenticatorData: text(data),
      signature: text(signed),
    });
  }

  #answer(response: object) {
    return { id: this.id, rawId: this.id, type: "public-key", clientExtensionResults: {}, response };
  }
}
