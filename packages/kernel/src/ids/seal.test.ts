import { expect, it } from "vitest";
import { seal, unseal } from "./index.ts";

it("is read again under the same secret and purpose only, and never once a byte of it changed", () => {
  const sealed = seal("secret", "hooks", "whsec_åäö");
  expect(unseal("secret", "hooks", sealed)).toBe("whsec_åäö");
  expect(unseal("other", "hooks", sealed)).toBeUndefined();
  expect(unseal("secret", "mail", sealed)).toBeUndefined();
  expect(seal("secret", "hooks", "whsec_åäö").equals(sealed)).toBe(false);
  for (let i = 0; i < sealed.length; i++) {
    const changed = Buffer.from(sealed);
    changed[i] = (changed[i] ?? 0) ^ 1;
    expect(unseal("secret", "hooks", changed)).toBeUndefined();
  }
  expect(unseal("secret", "hooks", Buffer.alloc(3))).toBeUndefined();
});
