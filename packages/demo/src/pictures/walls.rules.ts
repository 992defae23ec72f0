// Pictures of what hangs on walls and stands on balconies. Pure.
import {
  BLACK,
  both,
  box,
  type Drawing,
  disc,
  line,
  oval,
  path,
  ring,
  STEEL,
  STEEL_DARK,
  shadow,
  times,
  WHITE,
} from "./drawing.rules.ts";

const hooks: Drawing = (k, kind) =>
  box(36, 130, 248, 34, k.base, kind % 2 === 0 ? 5 : 17) +
  box(36, 130, 248, 10, k.light, 5) +
  times(
    5,
    (i) =>
      line(`M${68 + i * 46} 150v26q0 12 12 10`, kind % 2 === 0 ? BLACK : STEEL_DARK, 7) +
      disc(68 + i * 46, 150, 6, kind % 2 === 0 ? BLACK : STEEL_DARK),
  ) +
  path("M110 190q-18 30-12 82h40q4-52-14-82z", "#c9d4d7");

const mirror: Drawing = (k, kind) => {
  const glass = "#d3e0e4";
  const shine = line("M130 118 176 72M140 142 196 86", WHITE, 5);
  if (kind % 3 === 0) return disc(160, 156, 104, k.base) + disc(160, 156, 94, glass) + shine;
  if (kind % 3 === 1) return oval(160, 158, 84, 116, k.base) + oval(160, 158, 75, 107, glass) + shine;
  return box(100, 34, 120, 244, k.base, 8) + box(108, 42, 104, 228, glass, 4) + shine;
};

const frame: Drawing = (k, kind) => {
  const wide = kind % 2 === 1;
  const [x, y, w, h] = wide ? [50, 84, 220, 156] : [82, 46, 156, 226];
  const hills = wide
    ? path("M86 208 130 150l32 34 38-56 46 80z", "#8fb0a0") + disc(214, 132, 14, "#e8d48a")
    : path("M112 236 150 150l26 44 18-26 18 68z", "#8fa9b5") + disc(186, 108, 16, "#e8d48a");
  return (
    box(x, y, w, h, k.base, 3) +
    box(x + 9, y + 9, w - 18, h - 18, WHITE) +
    box(x + 32, y + 30, w - 64, h - 60, "#e4ebec") +
    hills
  );
};

const clock: Drawing = (k, kind) =>
  [
    disc(160, 158, 108, k.dark) +
      disc(160, 156, 106, k.base) +
      disc(160, 156, 92, kind % 2 === 0 ? WHITE : k.light),
    times(12, (i) => {
      const turn = (i * Math.PI) / 6;
      const [sx, sy] = [Math.sin(turn), -Math.cos(turn)];
      return kind % 3 === 2
        ? disc(160 + 78 * sx, 156 + 78 * sy, 4, BLACK)
        : line(
            `M${Math.round(160 + 72 * sx)} ${Math.round(156 + 72 * sy)}L${Math.round(160 + 82 * sx)} ${Math.round(156 + 82 * sy)}`,
            BLACK,
            4,
          );
    }),
    line("M160 156 116 126", BLACK, 8) +
      line("M160 156 206 98", BLACK, 5) +
      disc(160, 156, 7, BLACK) +
      ring(160, 156, 3, STEEL, 2),
  ].join("");

const cafeset: Drawing = (k, kind) =>
  [
    shadow(144),
    oval(160, 150, 62, 13, k.dark) + oval(160, 146, 62, 13, k.base),
    kind % 2 === 0
      ? line("M132 156 188 250M188 156 132 250", k.dark, 6)
      : box(156, 156, 8, 90, k.dark) + oval(160, 248, 34, 6, k.dark),
    both(
      line("M40 92 58 190M58 190 42 252M56 190 104 252M104 190 60 252", k.dark, 6) +
        line("M44 112 92 108M46 130 94 126", k.base, 9) +
        line("M86 92 98 190", k.dark, 6) +
        path("M50 184h60l4 12H52z", k.base),
    ),
    box(150, 122, 20, 20, WHITE, 4),
  ].join("");

export const walls: Readonly<Record<string, Drawing>> = { hooks, mirror, frame, clock, cafeset };
