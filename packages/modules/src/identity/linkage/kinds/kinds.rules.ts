// Every kind, in the order they are tried. A new kind is a file and a line here.

import { categoryKind } from "./category.rules.ts";
import { dateKind, monthFirstKind } from "./date.rules.ts";
import type { Kind } from "./kind.rules.ts";
import { mailKind } from "./mail.rules.ts";
import { nameKind } from "./name.rules.ts";
import { codeKind, numberKind, phoneKind } from "./number.rules.ts";
import { textKind } from "./text.rules.ts";
import { wholeNameKind } from "./whole-name.rules.ts";

export const kinds: readonly Kind[] = [
  mailKind,
  monthFirstKind,
  dateKind,
  phoneKind,
  codeKind,
  numberKind,
  wholeNameKind,
  categoryKind,
  nameKind,
  textKind,
];
