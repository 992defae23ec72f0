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

export const kitchen: Readonly<Record<string, Drawing>> = {
  ...{ pot, saucepan, pan, coffeemaker, kettle, knife, flask, glasses, plate, mug, bowl, board, jug },
};
