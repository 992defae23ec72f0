// Pictures of what cooks, holds and is eaten from. Pure.
import {
  BLACK,
  both,
  box,
  type Drawing,
  disc,
  line,
  OAK,
  OAK_DARK,
  oval,
  path,
  ring,
  STEEL,
  STEEL_DARK,
  seeThrough,
  shadow,
  times,
  turned,
  WHITE,
} from "./drawing.rules.ts";

const pot: Drawing = (k, kind) =>
  [
    shadow(100),
    both(path("M62 168q-26-2-26 14t28 14v-8q-16 0-16-7t14-7z", k.dark)),
    path("M60 158h200l-10 78q-2 14-16 14H86q-14 0-16-14z", k.base),
    path("M72 170h22l-6 70h-8q-3 0-4-8z", k.light),
    path("M54 158q4-42 106-42t106 42z", k.dark) + box(50, 152, 220, 11, k.base, 5),
    kind % 2 === 0
      ? disc(160, 108, 12, OAK)
      : box(136, 98, 48, 14, k.deep, 7) + box(152, 108, 16, 10, k.deep),
  ].join("");

const saucepan: Drawing = (k, kind) =>
  [
    shadow(80, 254, 130),
    path("M60 136h140l-4 102q0 14-14 14H78q-14 0-14-14z", k.base) + box(74, 150, 18, 92, k.pale, 6),
    box(54, 128, 152, 12, k.dark, 6),
    path("M200 148 296 134q8 0 8 8t-8 8l-94 18z", kind % 2 === 0 ? BLACK : k.deep),
    kind % 2 === 1 ? path("M64 128q6-24 66-24t66 24z", STEEL) + disc(130, 98, 9, BLACK) : "",
  ].join("");

const pan: Drawing = (k, kind) =>
  turned(
    -24,
    160,
    170,
    oval(134, 184, 104, 96, k.deep) +
      oval(134, 180, 104, 96, k.base) +
      oval(134, 182, 86, 78, k.dark) +
      oval(118, 160, 40, 26, k.base) +
      path("M228 168 312 158q10 2 10 14t-10 14l-86 4z", kind % 2 === 0 ? OAK : k.deep) +
      disc(304, 172, 5, k.dark) +
      (kind % 3 === 1 ? oval(140, 188, 40, 30, "#f6f2e4") + disc(146, 186, 14, "#e5b84a") : ""),
  );

const coffeemaker: Drawing = (k, kind) =>
  [
    shadow(86, 266),
    box(84, 52, 152, 212, k.base, 14) + box(108, 128, 128, 108, k.deep, 8),
    box(84, 52, 152, 40, k.light, 14) + box(84, 240, 152, 24, k.dark, 8),
    path("M128 168h72l10 52q0 14-14 14h-64q-14 0-14-14z", STEEL) +
      path("M208 174q26 2 22 34l-14 4", "none") +
      line("M208 178q22 2 18 28l-14 6", BLACK, 7),
    path("M132 134h64l-10 22h-44z", k.dark) + box(130, 160, 68, 10, BLACK, 4),
    disc(100, kind % 2 === 0 ? 156 : 112, 7, kind % 2 === 0 ? "#e5c04a" : STEEL),
  ].join("");

const kettle: Drawing = (k, kind) =>
  [
    shadow(84, 258),
    path("M98 122q4-38 56-38t56 38l16 122q0 12-12 12H96q-12 0-12-12z", k.base),
    path("M108 126h18l-12 118H98z", k.light),
    kind % 3 === 2
      ? line("M92 146Q52 146 50 104L42 96", k.dark, 12)
      : path("M92 122 56 104l-6 12 36 44z", k.dark),
    line(kind % 2 === 0 ? "M206 100q58-8 54 62-4 56-40 66" : "M112 92Q150 20 206 92", BLACK, 12),
    oval(154, 86, 44, 10, k.dark) + disc(154, 74, 8, BLACK) + box(78, 246, 152, 14, BLACK, 5),
  ].join("");

const knife: Drawing = (k, kind) => {
  const blade =
    [
      "M150 44q44 60 44 136h-48V60z",
      "M150 40q30 8 30 18v122h-34V44z",
      "M152 104q24 30 26 76h-30z",
      "M152 48q22 60 22 132h-26V64z",
    ][kind % 4] ?? "";
  return turned(
    38,
    160,
    160,
    path(blade, "#c8d2d5") +
      line("M150 66V176", "#eef2f3", 4) +
      box(144, 178, 38, 14, STEEL_DARK, 3) +
      box(145, 190, 36, 104, k.base, 12) +
      times(3, (i) => disc(163, 212 + i * 30, 4, k.pale)),
  );
};

const flask: Drawing = (k, kind) =>
  [
    shadow(52, 280),
    kind % 2 === 0
      ? box(112, 108, 96, 172, k.base, 18)
      : path("M126 104h68l18 34v128q0 14-14 14h-76q-14 0-14-14V138z", k.base),
    box(124, 122, 14, 144, k.light, 7),
    box(128, 84, 64, 26, k.dark, 4) + box(122, 46, 76, 42, kind % 3 === 0 ? STEEL : k.deep, 10),
    kind % 3 === 2 ? line("M198 62q34 6 24 56", STEEL_DARK, 7) : box(112, 220, 96, 10, k.dark),
  ].join("");

const glassOf = (x: number, y: number, fill: string, rim: string, w = 62, h = 104): string =>
  seeThrough(
    0.85,
    path(`M${x} ${y}h${w}l-7 ${h}q0 6-6 6h${-(w - 26)}q-6 0-6-6z`, fill) +
      path(`M${x + 3} ${y + 34}h${w - 6}l-4 66q0 5-5 5h${-(w - 28)}q-5 0-5-5z`, "#e9f3f6"),
  ) +
  `<ellipse cx="${x + w / 2}" cy="${y}" rx="${w / 2}" ry="7" fill="none" stroke="${rim}" stroke-width="3"/>`;
const glasses: Drawing = (k, kind) =>
  shadow(122, 256) +
  glassOf(56, 132, k.pale, k.dark) +
  glassOf(202, 132, k.pale, k.dark) +
  glassOf(126, kind % 2 === 0 ? 146 : 116, k.light, k.dark, 68) +
  (kind % 3 === 2 ? line("M70 200H106M216 200H252M140 214H180", WHITE, 4) : "");

const plate: Drawing = (k, kind) =>
  [
    disc(160, 166, 122, "#1c24271f") + disc(160, 160, 122, k.dark) + disc(160, 158, 121, k.base),
    disc(160, 158, 84, kind % 2 === 0 ? k.light : k.dark) +
      disc(160, 159, 80, kind % 2 === 0 ? k.pale : k.base),
    kind % 3 === 0
      ? ""
      : kind % 3 === 1
        ? ring(160, 158, 112, k.deep, 3)
        : times(32, (i) =>
            disc(
              160 + 102 * Math.cos((i * Math.PI) / 16),
              158 + 102 * Math.sin((i * Math.PI) / 16),
              4,
              k.deep,
            ),
          ),
  ].join("");

const mug: Drawing = (k, kind) =>
  [
    shadow(78, 256, 148),
    kind % 2 === 0 ? ring(222, 166, 36, k.dark, 15) : line("M206 130h40v64q-6 24-40 26", k.dark, 14),
    kind % 3 === 1
      ? path("M74 96h148l-12 134q-2 22-24 22h-76q-22 0-24-22z", k.base)
      : box(76, 96, 144, 156, k.base, 20),
    box(92, 112, 16, 122, k.light, 8),
    oval(148, 98, 72, 15, k.dark) + oval(148, 99, 62, 11, "#5b4434"),
    [
      () => "",
      () => path("M78 178q36-22 72 0t68 0l-4 44H84z", k.pale),
      () => box(76, 196, 144, 12, k.pale),
      () => times(3, (i) => disc(124 + i * 30, 186, 9, k.pale)),
    ][kind % 4]?.() ?? "",
  ].join("");

const bowl: Drawing = (k, kind) =>
  [
    shadow(80, 250),
    box(124, 230, 72, 20, k.dark, 5),
    path(
      kind % 2 === 0
        ? "M44 140h232q-6 98-84 98h-64q-78 0-84-98z"
        : "M34 146h252q-34 92-96 92h-60q-62 0-96-92z",
      k.base,
    ),
    oval(160, 142, kind % 2 === 0 ? 116 : 126, 22, k.light) +
      oval(160, 145, kind % 2 === 0 ? 104 : 114, 17, k.dark),
    kind % 3 === 2
      ? times(5, (i) => oval(98 + i * 32, 138, 20, 14, i % 2 === 0 ? "#7d9c60" : "#a3b86c"))
      : line("M74 190q86 22 172 0", k.pale, 4),
  ].join("");

const board: Drawing = (k, kind) =>
  turned(
    -14,
    160,
    160,
    box(64, 90, 200, 136, k.deep, 16) +
      box(60, 84, 200, 136, k.base, 16) +
      times(5, (i) => line(`M76 ${106 + i * 23}q90 ${i % 2 === 0 ? 9 : -9} 170 0`, k.dark, 2)) +
      (kind % 2 === 0
        ? disc(240, 152, 10, "#e7ecec")
        : path("M258 128h52q10 0 10 12v24q0 12-10 12h-52z", k.base) + disc(304, 152, 7, "#e7ecec")) +
      (kind % 3 === 1
        ? `<rect x="74" y="98" width="172" height="108" rx="10" fill="none" stroke="${k.dark}" stroke-width="5"/>`
        : ""),
  );

const jug: Drawing = (k, kind) =>
  [
    shadow(66, 266),
    seeThrough(
      0.85,
      path(
        kind % 2 === 0
          ? "M134 62h52l-4 70q44 34 44 92 0 40-30 40h-72q-30 0-30-40 0-58 44-92z"
          : "M126 62h68q-6 60 14 96l10 90q0 16-16 16h-84q-16 0-16-16l10-90q20-36 14-96z",
        k.pale,
      ),
    ),
    seeThrough(
      0.7,
      path(
        kind % 2 === 0
          ? "M98 208q62-18 124 0 6 56-26 56h-72q-32 0-26-56z"
          : "M108 184h104l6 64q0 16-16 16h-84q-16 0-16-16z",
        "#bfdbe6",
      ),
    ),
    box(140, 34, 40, 32, OAK, 6) + box(140, 56, 40, 8, OAK_DARK, 3) + line("M126 160 118 230", WHITE, 6),
  ].join("");

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

export const kitchen: Readonly<Record<string, Drawing>> = {
  ...{ pot, saucepan, pan, coffeemaker, kettle, knife, flask, glasses, plate, mug, bowl, board, jug },
  ...{ vase, plantpot, basket, hamper, box: boxWithLid, wateringcan, grill, stove, coolbag },
};
