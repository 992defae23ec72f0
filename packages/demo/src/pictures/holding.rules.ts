// Pictures of what holds flowers, water, wood and fire. Pure.
import {
  BLACK,
  both,
  box,
  type Drawing,
  disc,
  line,
  OAK,
  oval,
  path,
  STEEL,
  STEEL_DARK,
  shadow,
  times,
  turned,
  WHITE,
} from "./drawing.rules.ts";

const STEMS =
  line("M150 116Q136 70 104 44M160 116Q158 70 164 30M170 116Q188 78 220 58", "#6f8a68", 4) +
  disc(102, 42, 14, "#e3d3a0") +
  disc(164, 28, 15, "#dfe6d4") +
  disc(222, 56, 13, "#cdb6cf") +
  oval(126, 76, 14, 7, "#87a37f") +
  oval(194, 84, 14, 7, "#87a37f");
const vase: Drawing = (k, kind) =>
  [
    shadow(62, 272),
    STEMS,
    [
      () =>
        path("M140 108h40q-4 34 24 66 26 36 8 76-6 20-24 20h-56q-18 0-24-20-18-40 8-76 28-32 24-66z", k.base),
      () => path("M128 108h64l10 148q0 14-14 14h-56q-14 0-14-14z", k.base) + line("M126 190H196", k.light, 6),
      () => path("M146 108h28v46q52 10 52 60 0 56-66 56t-66-56q0-50 52-60z", k.base),
      () => path("M124 108h72q-22 44 0 80 22 40 2 82h-76q-20-42 2-82 22-36 0-80z", k.base),
    ][kind % 4]?.() ?? "",
    oval(160, 109, 26, 6, k.deep) + line("M132 214Q128 236 138 254", k.pale, 7),
  ].join("");

const plantpot: Drawing = (k, kind) =>
  [
    shadow(74, 270),
    kind % 2 === 0
      ? times(7, (i) =>
          turned(
            -48 + i * 16,
            160,
            168,
            path("M160 168q-18-56 0-122 18 66 0 122z", i % 2 === 0 ? "#6c9270" : "#557b5c"),
          ),
        )
      : times(9, (i) =>
          disc(
            118 + (i % 5) * 21,
            92 + Math.floor(i / 5) * 36 + (i % 2) * 12,
            25,
            ["#6c9270", "#557b5c", "#86a884"][i % 3] ?? "#6c9270",
          ),
        ) + box(156, 120, 8, 50, "#7a6146"),
    kind % 3 === 1
      ? path("M92 162h136q8 108-40 108h-56q-48 0-40-108z", k.base)
      : path("M90 162h140l-16 96q-2 12-14 12h-80q-12 0-14-12z", k.base),
    kind % 3 === 2 ? box(82, 154, 156, 28, k.dark, 6) : oval(160, 163, 68, 9, k.dark),
    path("M108 184h12l8 74h-8z", k.light),
  ].join("");

const basket: Drawing = (k, kind) =>
  [
    shadow(104),
    kind % 2 === 0
      ? line("M98 146Q100 62 160 62T222 146", k.dark, 11)
      : both(line("M76 156q-22-38 12-44 26 0 20 36", k.dark, 9)),
    path("M62 146h196l-16 94q-2 12-14 12H92q-12 0-14-12z", k.base),
    times(6, (i) =>
      line(`M${66 + i * 2.4} ${164 + i * 15}H${254 - i * 2.4}`, i % 2 === 0 ? k.dark : k.light, 6, "14 6"),
    ),
    box(56, 138, 208, 16, k.dark, 8) + line("M66 146H254", k.light, 4, "9 7"),
  ].join("");

const hamper: Drawing = (k, kind) =>
  [
    shadow(78, 280),
    path("M96 84h128l10 180q0 14-14 14H100q-14 0-14-14z", k.base),
    times(9, (i) => line(`M${98 - i} ${106 + i * 19}H${222 + i}`, i % 2 === 0 ? k.dark : k.light, 5, "12 6")),
    kind % 2 === 0
      ? path("M84 84q4-28 76-28t76 28z", k.dark) + disc(160, 52, 8, OAK)
      : path("M88 70h144v18H88z", k.dark) + path("M104 70q8-26 44-20t68 20z", WHITE),
  ].join("");

const boxWithLid: Drawing = (k, kind) =>
  [
    shadow(116),
    path("M58 136h204l-12 104q-2 12-14 12H84q-12 0-14-12z", k.base) +
      path("M76 146h24l8 98H90q-4 0-5-6z", k.light),
    box(48, 118, 224, 24, k.dark, 8) + box(48, 118, 224, 8, k.light, 4),
    kind % 2 === 0
      ? box(130, 164, 60, 22, k.dark, 11)
      : both(box(50, 130, 18, 34, k.deep, 6)) +
        box(122, 176, 76, 40, WHITE, 4) +
        line("M134 192H186M134 204H166", STEEL, 4),
  ].join("");

const wateringcan: Drawing = (k, kind) =>
  [
    shadow(104, 258, 176),
    line("M136 222 66 138", k.dark, 15) + turned(-42, 58, 128, box(30, 114, 54, 18, k.dark, 5)),
    kind % 2 === 0
      ? box(126, 138, 122, 118, k.base, 14)
      : path("M142 138h90l20 104q0 14-14 14H136q-14 0-14-14z", k.base),
    line("M240 226q56-30 22-78l-26 2", k.dark, 11) + line("M146 138Q150 84 196 84T232 138", k.dark, 11),
    oval(187, 139, 52, 10, k.deep) + box(140, 158, 14, 82, k.light, 7),
  ].join("");

const grill: Drawing = (k, kind) =>
  [
    shadow(88, 276),
    line("M120 176 88 274M200 176 232 274M160 180V262", STEEL_DARK, 8) +
      line("M104 234H216", STEEL_DARK, 6) +
      disc(92, 268, 13, BLACK) +
      disc(92, 268, 5, STEEL),
    path("M68 138h184q-6 62-92 62t-92-62z", k.dark) +
      path("M68 132q6-70 92-70t92 70z", k.base) +
      path("M88 118q8-38 52-46-26 18-34 46z", k.light),
    box(62, 128, 196, 12, STEEL, 6) + box(140, 48, 40, 10, BLACK, 5) + line("M148 56v8M172 56v8", BLACK, 5),
    kind % 2 === 1
      ? box(252, 124, 50, 12, OAK, 3)
      : disc(160, 100, 12, WHITE) + line("M160 100 166 92", BLACK, 3),
  ].join("");

const stove: Drawing = (k, kind) =>
  [
    shadow(96, 262),
    line("M112 214 84 260M208 214 236 260M160 216V256", STEEL_DARK, 8),
    box(120, 196, 80, 24, STEEL_DARK, 6) + path("M136 196q4-24 14-16 6-26 16 0 10-10 16 16z", "#6ba3c4"),
    box(104, 176, 112, 7, BLACK, 3),
    kind % 2 === 0
      ? path("M96 96h128v66q0 14-14 14H110q-14 0-14-14z", k.base)
      : path("M104 110h112v52q0 14-14 14h-84q-14 0-14-14z", k.base),
    box(90, kind % 2 === 0 ? 88 : 102, 140, 12, k.dark, 6) +
      line("M224 116q48 0 58-8", BLACK, 8) +
      box(112, 120, 12, 46, k.pale, 6),
  ].join("");

const coolbag: Drawing = (k, kind) =>
  [
    shadow(104, 260),
    line("M96 126Q100 58 160 58T224 126", k.deep, 11),
    box(62, 118, 196, 138, k.base, 20) +
      box(62, 118, 196, 34, k.dark, 16) +
      line("M74 152H246", k.pale, 4, "3 5"),
    box(94, 174, 132, 58, k.light, 10) +
      (kind % 2 === 0
        ? line("M160 184v36M144 193l32 18M176 193l-32 18", WHITE, 5)
        : box(110, 190, 100, 8, k.dark, 4)),
  ].join("");

export const holding: Readonly<Record<string, Drawing>> = {
  vase,
  plantpot,
  basket,
  hamper,
  box: boxWithLid,
  wateringcan,
  grill,
  stove,
  coolbag,
};
