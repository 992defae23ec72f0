// Pictures of tables, cabinets and beds. Pure.
import {
  BLACK,
  both,
  box,
  type Drawing,
  disc,
  line,
  mix,
  OAK,
  oval,
  path,
  STEEL,
  STEEL_DARK,
  shadow,
  times,
  WHITE,
} from "./drawing.rules.ts";

const coffeetable: Drawing = (k, kind) =>
  kind % 2 === 0
    ? [
        shadow(124),
        line("M70 190 56 252M250 190 264 252", k.dark, 9) + line("M96 190 90 246M224 190 230 246", k.deep, 7),
        box(70, 216, 180, 7, k.dark, 3),
        path("M40 176h240l8 12q0 8-8 8H40q-8 0-8-8z", k.base) + oval(160, 176, 122, 10, k.light),
      ].join("")
    : [
        shadow(116),
        box(58, 182, 12, 72, k.dark) + box(250, 182, 12, 72, k.dark),
        box(60, 224, 200, 9, k.dark, 2),
        box(36, 166, 248, 24, k.base, 6) + box(36, 166, 248, 8, k.light, 4),
        box(92, 202, 70, 8, "#c9d4d7") + box(98, 210, 76, 8, "#8fa9b5") + box(88, 218, 66, 6, WHITE),
      ].join("");

const sidetable: Drawing = (k, kind) =>
  [
    shadow(62),
    kind % 2 === 0
      ? box(155, 136, 10, 112, k.dark) + oval(160, 248, 48, 9, k.dark)
      : line("M124 140 108 252M196 140 212 252M160 140V246", k.dark, 7),
    oval(160, 134, 80, 17, k.dark) + oval(160, 128, 80, 17, k.base) + oval(160, 126, 70, 13, k.light),
    kind % 3 === 1 ? box(142, 96, 30, 28, WHITE, 4) + oval(157, 97, 15, 4, "#dfe5e6") : "",
  ].join("");

const doors = (x: number, y: number, w: number, h: number, fill: string, knob: string): string =>
  box(x, y, w, h, fill, 2) + disc(x + w - 9, y + h / 2, 3, knob);

const sideboard: Drawing = (k, kind) => {
  const slats = kind % 3 === 2;
  return [
    shadow(138),
    line("M52 214 44 252M268 214 276 252", k.deep, 8),
    box(26, 116, 268, 104, k.base, 5) + box(26, 116, 268, 9, k.light, 4),
    slats
      ? times(24, (i) => box(36 + i * 10.4, 132, 6, 80, k.dark))
      : times(3, (i) => doors(36 + i * 84, 132, 80, 80, k.dark, k.pale)),
    kind % 2 === 0
      ? path("M70 116q-6-30 10-38t10 38z", LEAFY) + box(66, 98, 26, 18, WHITE, 4)
      : box(206, 84, 44, 32, STEEL, 2) + box(211, 89, 34, 22, WHITE),
  ].join("");
};
const LEAFY = "#7d9c80";

const mediabench: Drawing = (k, kind) =>
  [
    shadow(140),
    line("M56 218 50 252M264 218 270 252", k.deep, 8),
    box(22, 176, 276, 48, k.base, 4) + box(22, 176, 276, 8, k.light, 3),
    doors(32, 190, 82, 28, k.dark, k.pale) + doors(206, 190, 82, 28, k.dark, k.pale),
    box(120, 190, 80, 28, k.deep),
    box(70, 72, 180, 98, BLACK, 4) +
      box(76, 78, 168, 84, kind % 2 === 0 ? "#40525b" : "#4b5a52") +
      box(150, 170, 20, 6, BLACK),
  ].join("");

const SPINES = ["#8fa9b5", "#c7b38a", "#6d8571", "#d8dfe0", "#a58aa8", "#4c6b7c", "#b98f4a"];
const books = (x: number, y: number, count: number, from: number): string =>
  times(count, (i) => {
    const h = 24 + ((i * 7 + from * 5) % 10);
    return box(x + i * 9, y - h, 8, h, SPINES[(i + from) % SPINES.length] ?? WHITE, 1);
  });

const bookcase: Drawing = (k, kind) => {
  const [x, w] = kind % 2 === 0 ? [92, 136] : [70, 180];
  const inner = mix(k.base, "#1c2427", 0.3);
  return [
    shadow(w * 0.54, 278),
    box(x, 34, w, 244, k.base, 3) + box(x + 8, 42, w - 16, 226, inner),
    times(4, (i) => box(x + 8, 88 + i * 48, w - 16, 7, k.light)),
    times(5, (i) =>
      books(x + 14 + ((i * 31) % 40), i === 4 ? 268 : 88 + i * 48, 5 + ((i + kind) % 4), i + kind),
    ),
    disc(x + w - 30, 78, 9, WHITE) + path(`M${x + 18} 184q8-30 18 0z`, LEAFY),
  ].join("");
};

const laddershelf: Drawing = (k, kind) =>
  [
    shadow(74, 270),
    line("M112 40 92 268M208 40 228 268", k.base, 9),
    times(4, (i) => {
      const y = 84 + i * 56;
      return box(106 - i * 6, y, 108 + i * 12, 9, k.dark, 2);
    }),
    books(118, 84, 6, kind) + books(116, 196, 7, kind + 3),
    path("M166 140q-10-34 6-44 14 10 6 44z", LEAFY) +
      box(160, 124, 24, 16, WHITE, 3) +
      box(126, 226, 40, 26, "#d9c9a6", 4),
  ].join("");

const table: Drawing = (k, kind) =>
  [
    shadow(140),
    [
      () =>
        line("M60 168 48 252M260 168 272 252", k.dark, 11) +
        line("M88 168 82 244M232 168 238 244", k.deep, 8),
      () => box(44, 160, 14, 92, k.dark) + box(262, 160, 14, 92, k.dark) + box(64, 164, 192, 14, k.dark),
      () => path("M76 170h30l22 82H54zM214 170h30l22 82h-74z", k.dark),
    ][kind % 3]?.() ?? "",
    box(24, 148, 272, 20, k.base, 5) + box(24, 148, 272, 8, k.light, 4),
    kind % 2 === 0
      ? box(146, 120, 28, 28, WHITE, 9) + path("M150 122q-14-30 2-40 4 22 8 38 4-26 18-36 8 16-8 38z", LEAFY)
      : oval(160, 144, 34, 6, "#cdd8da"),
  ].join("");

const roundtable: Drawing = (k, kind) =>
  [
    shadow(92),
    kind % 2 === 0
      ? path("M148 160h24l6 62 46 28H96l46-28z", k.dark)
      : line("M120 160 92 252M200 160 228 252M160 160V250", k.dark, 10),
    oval(160, 158, 128, 22, k.dark) + oval(160, 150, 128, 22, k.base) + oval(160, 148, 114, 17, k.light),
    oval(160, 140, 26, 7, WHITE) + oval(160, 138, 18, 4, "#d5dddf"),
  ].join("");

const desk: Drawing = (k, kind) =>
  [
    shadow(134),
    kind % 2 === 0
      ? line("M52 158 40 252M268 158 280 252", k.dark, 9)
      : box(56, 158, 14, 84, STEEL_DARK) +
        box(250, 158, 14, 84, STEEL_DARK) +
        box(34, 242, 58, 10, STEEL_DARK, 4) +
        box(228, 242, 58, 10, STEEL_DARK, 4),
    box(26, 144, 268, 16, k.base, 4) + box(26, 144, 268, 6, k.light, 3),
    kind % 2 === 0 ? box(176, 160, 100, 28, k.dark, 3) + disc(226, 174, 3, k.pale) : "",
    box(70, 92, 72, 46, BLACK, 3) + box(75, 97, 62, 36, "#5b7480") + box(100, 138, 12, 6, BLACK),
    box(222, 118, 20, 26, WHITE, 3) + line("M227 118 224 98M234 118 240 100", OAK, 3),
  ].join("");

const bed: Drawing = (k, kind) => {
  const tall = kind % 2 === 0;
  return [
    shadow(136, 252),
    box(34, tall ? 84 : 104, 252, 130, k.base, tall ? 10 : 4),
    tall
      ? times(5, (i) => line(`M${74 + i * 43} 96V150`, k.dark, 2))
      : times(8, (i) => box(54 + i * 28, 116, 8, 40, k.dark)),
    box(24, 218, 272, 22, k.dark, 5) + box(36, 238, 10, 16, k.deep) + box(274, 238, 10, 16, k.deep),
    box(28, 166, 264, 56, "#f4f5f3", 12),
    box(48, 140, 96, 40, WHITE, 14) + box(176, 140, 96, 40, WHITE, 14),
    path("M28 186q132-20 264 0v36H28z", ["#b9cbd2", "#cfc4ad", "#a9b79f"][kind % 3] ?? WHITE),
    line("M28 194Q160 174 292 194", WHITE, 7),
  ].join("");
};

const bunk: Drawing = (k, kind) =>
  [
    shadow(132, 270),
    both(box(34, 56, 12, 214, k.base, 3)),
    box(34, 116, 252, 14, k.base, 3) + box(46, 92, 240, 8, k.dark, 3) + box(46, 74, 240, 8, k.dark, 3),
    box(46, 104, 228, 14, WHITE, 5) + box(54, 92, 56, 18, "#b9cbd2", 8),
    kind % 2 === 1
      ? box(34, 226, 252, 14, k.base, 3) +
        box(46, 212, 228, 16, WHITE, 5) +
        box(54, 200, 56, 18, "#cfc4ad", 8)
      : path("M70 268v-60h80v60z", "#cfdde3") + oval(206, 262, 44, 8, "#cfc4ad"),
    line("M224 120V266M254 120V266", k.dark, 6) +
      times(5, (i) => line(`M224 ${146 + i * 26}H254`, k.dark, 6)),
  ].join("");

const mattress: Drawing = (k, kind) =>
  [
    shadow(132, 244),
    path("M34 178 100 138h178q10 0 12 8l6 36-62 48H44q-10 0-10-10z", k.dark),
    path("M34 172 100 132h180q12 0 12 8l-60 44H42q-8 0-8-12z", WHITE),
    times(kind % 2 === 0 ? 4 : 6, (i) =>
      line(`M${66 + i * 30} ${178 - i}L${122 + i * 28} 138`, "#dce3e4", 3),
    ),
    box(40, 192, 192, 34, k.base, 8) + line("M44 209H230", "#c9d2d3", 3, "2 8"),
  ].join("");

const drawers: Drawing = (k, kind) => {
  const rows = kind % 2 === 0 ? 4 : 3;
  const h = 172 / rows;
  return [
    shadow(96, 272),
    line("M86 240 80 270M234 240 240 270", OAK, 8),
    box(68, 62, 184, 186, k.base, 5) + box(68, 62, 184, 9, k.light, 4),
    times(
      rows,
      (i) =>
        box(76, 76 + i * (h - 1), 168, h - 7, k.dark, 3) +
        (kind % 3 === 2
          ? line(`M140 ${76 + (i + 0.42) * (h - 1)}h40`, OAK, 5)
          : disc(160, 76 + (i + 0.42) * (h - 1), 5, OAK)),
    ),
  ].join("");
};

const bedside: Drawing = (k, kind) =>
  [
    shadow(72),
    line("M110 210 104 252M210 210 216 252", k.dark, 8),
    box(96, 132, 128, 84, k.base, 5) + box(96, 132, 128, 8, k.light, 4),
    kind % 2 === 0
      ? box(104, 146, 112, 28, k.dark, 3) + disc(160, 160, 4, k.pale) + box(104, 180, 112, 30, k.deep, 2)
      : times(
          2,
          (i) => box(104, 146 + i * 34, 112, 29, k.dark, 3) + line(`M148 ${160 + i * 34}h24`, k.pale, 4),
        ),
    box(120, 122, 52, 10, "#8fa9b5", 2) + path("M186 132l6-34h14l6 34z", "#efe7d2"),
  ].join("");

export const furniture: Readonly<Record<string, Drawing>> = {
  ...{ coffeetable, sidetable, sideboard, mediabench, bookcase, laddershelf, table, roundtable, desk },
  ...{ bed, bunk, mattress, drawers, bedside },
};
