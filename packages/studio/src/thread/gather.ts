// Identifiers as threads that join: each comes down from its own place and runs into the one we follow.

const round = (value: number): number => Math.round(value * 10) / 10;

/** From (x, top) to (target, height): a plain bend when it comes from the left, a long one from the right. */
export function gatherThread(x: number, target: number, height: number, top = 4): string {
  const start = `M${round(x)} ${top}`;
  if (Math.abs(x - target) < 1) return `${start}L${round(target)} ${round(height)}`;
  if (x < target) {
    return `${start}C${round(x)} ${round(height * 0.55)} ${round(target)} ${round(height * 0.4)} ${round(target)} ${round(height)}`;
  }
  const far = x - target;
  const bend = `C${round(x)} ${round(height * 0.62)} ${round(x - far * 0.25)} ${round(height * 0.6)}`;
  const middle = `${round(target + far * 0.45)} ${round(height * 0.64)}`;
  return `${start}${bend} ${middle}S${round(target)} ${round(height * 0.72)} ${round(target)} ${round(height)}`;
}

/** How many identifiers stand side by side: as many as can be read, two at least. */
export function fitting(width: number, all: number, least = 116, gap = 14): number {
  const room = Math.max(2, Math.min(6, Math.floor((width + gap) / (least + gap))));
  return Math.min(room, all);
}
