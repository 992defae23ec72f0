import { randomBytes } from "node:crypto";
import { open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes a small file so that after a crash it is either the old one or the new one, never half of it. It keeps its
 * owner: root, visiting once, must not lock an ordinary user out of the own home.
 */
export async function writeDurably(path: string, text: string, mode = 0o600): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString("hex")}.new`;
  try {
    const file = await open(draft, "wx", mode);
    try {
      await file.writeFile(text);
      const owner = await stat(path).catch(() => stat(dirname(path)));
      if (process.getuid?.() === 0 && owner.uid !== 0) await file.chown(owner.uid, owner.gid);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** A rename is durable only once the folder that holds the name is on disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
