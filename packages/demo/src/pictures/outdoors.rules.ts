// Pictures of what is used out of doors. Pure.
import {
  BLACK,
  both,
  box,
  type Drawing,
  disc,
  type Ink,
  line,
  OAK,
  OAK_DARK,
  path,
  ring,
  STEEL,
  STEEL_DARK,
  shadow,
  times,
  turned,
  WHITE,
} from "./drawing.rules.ts";

const parasol: Drawing = (k, kind) =>
  [
    shadow(70, 288),
    box(155, 60, 10, 220, kind % 2 === 0 ? OAK : STEEL_DARK) + box(122, 274, 76, 13, BLACK, 5),
    path(
      "M22 142Q40 46 160 40q120 6 138 102-24-14-46 0-24-16-46 0-22-16-46 0-24-16-46 0-22-16-46 0-22-14-46 0z",
      k.base,
    ),
    path(
      "M68 142q8-74 92-102-56 34-46 102-22-16-46 0zM206 142q10-68-46-102 84 28 92 102-22-16-46 0z",
      k.light,
    ) + disc(160, 36, 7, k.deep),
  ].join("");

const tent: Drawing = (k, kind) =>
  [
    shadow(140, 248),
    path("M22 246q28-150 138-150t138 150z", k.base) + path("M160 96q84 18 138 150h-76q-6-96-62-150z", k.dark),
    path("M110 246q0-78 50-104 50 26 50 104z", k.deep) +
      path("M160 142q-44 30-50 104h44q-4-60 6-104z", k.pale),
    line("M22 246Q70 100 160 96T298 246", k.deep, 4) +
      (kind % 2 === 0
        ? line("M64 150 26 134M256 150 294 134", STEEL_DARK, 3)
        : box(140, 112, 40, 14, k.pale, 6)),
  ].join("");

const tunneltent: Drawing = (k, kind) =>
  [
    shadow(148, 248),
    path("M16 246q0-96 66-106h140q74 10 82 106z", k.base) +
      path("M216 140q76 4 88 106h-72q10-74-16-106z", k.dark),
    times(kind % 2 === 0 ? 3 : 2, (i) =>
      line(`M${86 + i * 66} 140Q${60 + i * 62} 160 ${58 + i * 62} 246`, k.deep, 5),
    ),
    path("M240 246q-4-52 14-72 26 18 30 72z", k.pale) +
      box(104, 168, 40, 26, k.light, 6) +
      line("M16 246-4 258M304 246l20 12", STEEL_DARK, 3),
  ].join("");

const backpack: Drawing = (k, kind) => {
  const tall = kind % 2 === 1;
  const y = tall ? 40 : 76;
  return [
    shadow(84, 280),
    line(`M136 ${y + 6}q24-34 48 0`, k.deep, 9) + both(line(`M94 ${y + 60}Q66 150 80 236`, k.deep, 13)),
    box(84, y, 152, 276 - y, k.base, 40) + path(`M84 ${y + 52}q0-52 76-52t76 52v20H84z`, k.dark),
    box(104, 186, 112, 76, k.light, 18) +
      line("M112 202H208", k.deep, 4, "3 4") +
      both(box(112, y + 62, 12, 60, k.deep, 3) + box(108, y + 112, 20, 14, STEEL, 4)),
    tall
      ? box(96, y - 22, 128, 30, k.light, 14) + line(`M112 ${y - 7}H208`, k.dark, 3)
      : box(140, y + 84, 40, 24, k.pale, 6),
  ].join("");
};

const helmet: Drawing = (k, kind) =>
  [
    line("M92 196Q120 280 158 268T226 196", BLACK, 6) + box(144, 258, 28, 16, BLACK, 5),
    path("M40 196q-4-122 120-122t122 122q-56-24-120-22t-122 22z", k.base),
    kind % 2 === 0
      ? times(4, (i) =>
          path(
            `M${82 + i * 44} ${112 - 14 * Math.sin(((i + 0.5) * Math.PI) / 4)}q14-8 22 4l4 54q-18-8-30 2z`,
            k.deep,
          ),
        )
      : path("M160 74q24 0 24 100h-48q0-100 24-100z", k.pale) +
        both(path("M78 128q14-26 34-28l-6 66-36 8z", k.deep)),
    path("M40 196q56-26 120-24t122 24l-4 12q-54-22-118-22T44 208z", k.dark) + disc(66, 176, 5, k.pale),
  ].join("");

const pannier: Drawing = (k, kind) =>
  [
    shadow(92, 272),
    box(76, 62, 168, 208, k.base, 18),
    kind % 2 === 0
      ? box(70, 52, 180, 46, k.dark, 14) + line("M86 76H234", k.light, 5)
      : path("M76 80q0-18 18-18h132q18 0 18 18v62q-84 30-168 0z", k.dark) + box(148, 136, 24, 34, STEEL, 5),
    box(98, 178, 124, 66, k.light, 10) + path("M148 198h24l-12 24z", "#eef1f1"),
    both(path("M96 52v-14q0-8 8-8h12v22z", BLACK)),
  ].join("");

const lock: Drawing = (k, kind) =>
  kind % 3 === 2
    ? times(16, (i) =>
        turned(
          i * 22.5,
          160,
          160,
          `<rect x="142" y="52" width="36" height="20" rx="10" fill="none" stroke="${i % 2 === 0 ? k.base : k.dark}" stroke-width="9"/>`,
        ),
      ) +
      box(126, 220, 68, 60, BLACK, 12) +
      disc(160, 244, 9, STEEL) +
      box(157, 244, 6, 18, STEEL)
    : [
        shadow(78, 276),
        line("M104 196V118q0-68 56-68t56 68v78", k.base, 24) + line("M98 190V118q0-60 50-72", k.light, 5),
        box(78, 190, 164, 84, BLACK, 18) +
          box(78, 190, 164, 24, "#40484b", 14) +
          disc(160, 236, 14, STEEL) +
          box(156, 236, 8, 22, STEEL_DARK, 2),
      ].join("");

const sledge: Drawing = (k, kind) =>
  [
    shadow(128, 258),
    line("M36 252H250q44-2 42-44 0-24-22-22", OAK_DARK, 9) + line("M28 242H246q36 0 36-36", OAK, 9),
    line("M84 200V246M150 200V246M216 200V246", OAK_DARK, 9),
    kind % 2 === 0
      ? times(4, (i) =>
          line(`M${62 - i * 4} ${176 + i * 9}H${240 - i * 2}`, i % 2 === 0 ? k.base : k.light, 8),
        )
      : path("M56 168h196l8 34H44z", k.base) + line("M58 178H250", k.light, 6),
    line("M270 188Q306 130 252 96", "#d8ccb2", 5),
  ].join("");

const ski = (k: Ink, kind: number): string =>
  path("M146 18q14-12 24 0l4 262q-16 12-32 0z", k.base) +
  path("M146 18q14-12 24 0l1 40h-26z", k.dark) +
  box(144, 136, 28, 40, BLACK, 6) +
  (kind % 2 === 0
    ? times(3, (i) => path(`M146 ${202 + i * 20}l12-10 12 10-12 10z`, k.pale))
    : line("M158 190V262M158 70V122", k.pale, 6));
const skis: Drawing = (k, kind) =>
  turned(9, 160, 160, `<g transform="translate(-26 0)">${ski(k, kind)}</g>`) +
  turned(-9, 160, 160, `<g transform="translate(26 0)">${ski(k, kind)}</g>`) +
  both(
    line("M56 40 92 282", STEEL_DARK, 5) + line("M54 30 57 62", BLACK, 10) + ring(91, 268, 9, STEEL_DARK, 4),
  );

const wheel = (x: number, y: number, r: number): string =>
  ring(x, y, r, BLACK, 7) +
  ring(x, y, r - 6, STEEL, 2) +
  times(6, (i) => turned(i * 30, x, y, line(`M${x - r + 8} ${y}H${x + r - 8}`, "#c3ccce", 1.4))) +
  disc(x, y, 5, STEEL_DARK);
const bike: Drawing = (k, kind) => {
  const low = kind % 2 === 1;
  return [
    shadow(140, 270) + wheel(76, 204, 60) + wheel(246, 204, 60),
    line(`M20 196q8-58 62-62`, k.dark, 6) + line("M304 190q-10-52-62-56", k.dark, 6),
    low
      ? line("M76 204 118 108M118 108Q140 178 156 204L224 120M76 204H156", k.base, 9)
      : line("M76 204 116 116H218L156 204 116 116M76 204H156", k.base, 9),
    line("M246 204 212 94", k.base, 9) +
      line("M116 122 110 96", k.dark, 8) +
      path("M86 88h50q8 0 6 8-20 8-54 4z", BLACK) +
      line("M212 94 208 76Q232 62 246 80", BLACK, 8),
    ring(156, 204, 17, BLACK, 5) +
      line("M156 204 174 226M166 228H184", BLACK, 6) +
      (low
        ? box(28, 112, 74, 9, STEEL_DARK, 3) + line("M62 122 74 200", STEEL_DARK, 4)
        : disc(258, 116, 9, "#f3e3a4")),
  ].join("");
};
const kidsbike: Drawing = (k, kind) =>
  [
    shadow(122, 268) + wheel(94, 212, 50) + wheel(232, 212, 50),
    line("M94 212 130 142Q150 196 160 212L212 138M94 212H160", k.base, 12) +
      line("M232 212 204 112", k.base, 11),
    line("M128 146 122 122", k.dark, 9) +
      path("M96 114h54q8 0 6 9-22 9-58 5z", k.deep) +
      line("M204 112 200 92Q224 80 238 96", BLACK, 9),
    ring(160, 212, 14, BLACK, 5) + line("M160 212 176 230M168 232H186", BLACK, 6),
    kind % 2 === 0
      ? box(222, 98, 46, 34, OAK, 8) + line("M224 110H266M224 122H266", OAK_DARK, 3)
      : line("M122 118Q92 100 92 60", WHITE, 4) + path("M92 58l34 8-32 14z", k.light),
  ].join("");

export const outdoors: Readonly<Record<string, Drawing>> = {
  ...{ parasol, tent, tunneltent, backpack, helmet, pannier, lock, sledge, skis, bike, kidsbike },
};
