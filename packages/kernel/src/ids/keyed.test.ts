import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { keyed } from "./index.ts";

it("a fingerprint under a secret is the first half of HMAC-SHA-256, for any secret and any text", () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200 }),
      fc.string({ unit: "grapheme", maxLength: 900 }),
      (secret, text) => {
        const right = createHmac("sha256", secret).update(text).digest().subarray(0, 16);
        expect(Buffer.from(keyed(secret)(text), "latin1")).toEqual(right);
      },
    ),
    { numRuns: 300 },
  );
});
