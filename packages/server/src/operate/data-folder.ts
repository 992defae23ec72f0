// Where the embedded database of a home lies: in it, or beside it where the home is closed to the user who runs PostgreSQL.
import { dataDirOf, listMajors } from "@somlos/kernel/postgres";

/** The folder with the data; the home itself before there is any. */
export async function dataFolderOf(home: string): Promise<string> {
  const major = (await listMajors(home)).at(-1);
  return major === undefined ? home : dataDirOf(home, major);
}
