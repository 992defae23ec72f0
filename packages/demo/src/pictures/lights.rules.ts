// Pictures of what gives light. Pure.
import {
  BLACK,
  box,
  type Drawing,
  disc,
  line,
  oval,
  path,
  ring,
  STEEL_DARK,
  seeThrough,
  shadow,
  times,
  turned,
  WHITE,
} from "./drawing.rules.ts";

const GLOW = "#f6e7b4";
const glow = (x: number, y: number, r: number): string =>
  seeThrough(0.4, disc(x, y, r, GLOW)) + seeThrough(0.5, disc(x, y, r * 0.6, GLOW));

const pendant: Drawing = (k, kind) =>
  [
    glow(160, 232, 84),
    line("M160 0V96", BLACK, 4) + box(150, 84, 20, 22, k.deep, 4),
    [
      () => path("M60 214q0-116 100-116t100 116z", k.base) + path("M84 200q4-72 56-88-28 26-32 88z", k.light),
      () => path("M48 196q44-92 112-92t112 92z", k.base) + path("M86 178q24-46 60-60-20 26-24 60z", k.light),
      () =>
        path("M82 214q-8-116 78-116t78 116z", k.base) +
        times(4, (i) =>
          line(`M${86 - i} ${140 + i * 20}Q160 ${128 + i * 20} ${234 + i} ${140 + i * 20}`, k.dark, 3),
        ),
      () => path("M134 100h52l66 114H68z", k.base) + path("M140 106h16l-34 100H92z", k.light),
      () => disc(160, 164, 66, k.base) + path("M104 130q24-30 56-30-30 24-38 64z", k.light),
    ][kind % 5]?.() ?? "",
    kind % 5 === 4
      ? oval(160, 228, 22, 6, WHITE)
      : oval(160, kind % 5 === 1 ? 196 : 214, kind % 5 === 1 ? 110 : 90, 12, k.deep) +
        oval(160, kind % 5 === 1 ? 200 : 218, 34, 10, WHITE),
  ].join("");

const floorlamp: Drawing = (k, kind) =>
  kind % 2 === 0
    ? [
        shadow(56, 288, 180) + glow(112, 112, 62),
        oval(180, 284, 50, 9, k.dark) + line("M180 282V64Q178 36 150 40L128 56", k.base, 7),
        turned(34, 112, 78, path("M86 60h52l22 50H64z", k.base) + oval(112, 110, 48, 9, WHITE)),
      ].join("")
    : [
        shadow(64, 288) + glow(160, 94, 92),
        line("M160 130V214M160 214 112 286M160 214 208 286M160 214V280", k.base, 7),
        path("M116 46h88l24 88H92z", "#efe7d2") +
          oval(160, 134, 68, 8, "#dccfae") +
          oval(160, 46, 44, 6, "#fbf6e6"),
      ].join("");

const tablelamp: Drawing = (k, kind) =>
  [
    shadow(64, 270) + glow(160, 106, 96),
    [
      () => disc(160, 212, 56, k.base) + path("M122 196q8-30 34-36-18 22-14 60z", k.light),
      () => path("M146 148h28q-2 34 22 60 20 40-6 60h-60q-26-20-6-60 24-26 22-60z", k.base),
      () => box(124, 160, 72, 106, k.base, 16) + box(134, 172, 12, 82, k.light, 6),
      () => path("M138 148h44l26 116H112z", k.base) + line("M128 208H192M122 236H198", k.pale, 5),
    ][kind % 4]?.() ?? "",
    oval(160, 266, 46, 7, k.deep) + box(154, 136, 12, 20, STEEL_DARK),
    kind % 5 === 4
      ? path("M70 140q0-84 90-84t90 84z", k.light) + oval(160, 140, 90, 9, "#efe7d2")
      : path("M112 48h96l30 92H82z", "#f1ead9") + oval(160, 140, 78, 8, "#dccfae"),
  ].join("");

const star = (x: number, y: number, r: number, inner: number, fill: string): string =>
  path(
    `M${Array.from({ length: 14 }, (_, i) => {
      const [turn, size] = [(i * Math.PI) / 7, i % 2 === 0 ? r : inner];
      return `${Math.round(x + size * Math.sin(turn))} ${Math.round(y - size * Math.cos(turn))}`;
    }).join("L")}z`,
    fill,
  );
const windowlamp: Drawing = (k, kind) =>
  kind % 2 === 0
    ? [
        box(156, 0, 8, 60, BLACK) + glow(160, 164, 122),
        star(160, 164, 118, 54, k.dark) + star(160, 162, 108, 48, k.light) + disc(160, 162, 26, GLOW),
      ].join("")
    : [
        shadow(104, 262) + box(66, 246, 188, 14, k.dark, 5),
        times(7, (i) => {
          const [x, h] = [80 + i * 26.6, 60 + 60 * Math.sin(((i + 0.5) * Math.PI) / 7)];
          return (
            line(`M160 246Q${x} 236 ${x} ${236 - h * 0.5}`, k.base, 6) +
            box(x - 5, 206 - h * 0.9, 10, 32, WHITE, 3) +
            glow(x, 194 - h * 0.9, 17) +
            oval(x, 196 - h * 0.9, 4, 8, "#efc85a")
          );
        }),
      ].join("");

const lightchain: Drawing = (k, kind) =>
  [
    line("M10 76Q86 190 160 96T310 90", BLACK, 3) + line("M10 176Q96 276 170 190T310 196", BLACK, 3),
    times(7, (i) => {
      const [x, y] = [34 + i * 43, 118 + 28 * Math.sin(i * 1.55)];
      const bulb =
        kind % 2 === 0
          ? disc(x, y + 22, 14, k.base)
          : path(`M${x - 9} ${y + 10}h18l4 18q-4 18-13 18t-13-18z`, k.base);
      return glow(x, y + 22, 24) + box(x - 5, y, 10, 12, BLACK, 2) + bulb + disc(x - 3, y + 20, 4, WHITE);
    }),
    times(6, (i) => {
      const [x, y] = [54 + i * 43, 218 + 22 * Math.sin(i * 1.7)];
      return (
        glow(x, y + 16, 20) +
        box(x - 4, y, 8, 9, BLACK, 2) +
        disc(x, y + 17, 11, k.base) +
        disc(x - 2, y + 15, 3, WHITE)
      );
    }),
  ].join("");

const lantern: Drawing = (k, kind) =>
  [
    shadow(76, 276) + glow(160, 190, 84),
    ring(160, 50, 22, k.dark, 6) +
      path(kind % 2 === 0 ? "M104 116 160 66l56 50z" : "M110 116q4-46 50-46t50 46z", k.base),
    seeThrough(0.6, box(108, 116, 104, 138, "#e4eef1")) +
      box(146, 178, 28, 76, "#f5efdd", 4) +
      oval(160, 164, 8, 17, "#efc04c"),
    box(96, 110, 128, 13, k.dark, 4) + box(92, 250, 136, 24, k.base, 5),
    line("M110 122V250M210 122V250", k.base, 8) +
      (kind % 3 === 1 ? line("M160 122V250M110 186H210", k.base, 5) : ""),
  ].join("");

const candleAt = (x: number, y: number, h: number): string =>
  box(x - 9, y - h, 18, h, "#f5efdd", 3) +
  line(`M${x} ${y - h}v-7`, BLACK, 2) +
  glow(x, y - h - 18, 22) +
  path(`M${x} ${y - h - 34}q13 18 0 28-13-10 0-28z`, "#efc04c");
const candle: Drawing = (k, kind) =>
  [
    shadow(82, 268),
    kind % 4 === 3
      ? oval(160, 262, 84, 10, k.dark) +
        times(
          4,
          (i) =>
            line(`M160 258Q${76 + i * 56} 250 ${76 + i * 56} 196`, k.base, 8) +
            box(62 + i * 56, 186, 28, 12, k.light, 4) +
            candleAt(76 + i * 56, 188, 62),
        )
      : oval(160, 260, 64, 12, k.dark) +
        oval(160, 255, 64, 12, k.base) +
        (kind % 2 === 0
          ? box(152, 188, 16, 66, k.base)
          : path("M148 176h24q-8 40 14 78h-52q22-38 14-78z", k.base)) +
        box(138, 172, 44, 18, k.light, 6) +
        candleAt(160, 174, 92),
  ].join("");

const headlamp: Drawing = (k, kind) =>
  [
    `<ellipse cx="160" cy="150" rx="116" ry="66" fill="none" stroke="${k.dark}" stroke-width="22"/>`,
    line("M46 150q10-56 114-56t114 56", k.base, 22) +
      times(6, (i) => line(`M${74 + i * 34} ${106 - 10 * Math.sin(((i + 1) * Math.PI) / 7)}v10`, k.pale, 4)),
    glow(160, 212, 78) +
      box(112, 168, 96, 76, BLACK, 22) +
      disc(160, 206, 30, STEEL_DARK) +
      disc(160, 206, 22, "#fdf6dd"),
    kind % 2 === 0 ? disc(194, 184, 6, "#8fb9a0") : box(146, 160, 28, 12, k.base, 5),
  ].join("");

export const lights: Readonly<Record<string, Drawing>> = {
  ...{ pendant, floorlamp, tablelamp, windowlamp, lightchain, lantern, candle, headlamp },
};
