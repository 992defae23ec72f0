// SQL of how far the books of withdrawals were read.
import { room, type Tx } from "@somlos/kernel/db";

const { sql } = room("consent");

const readTo = sql<{ read_to: number }>`
  select read_to::float8 as read_to from consent.books where book = $1::uuid`;
const save = sql`
  insert into consent.books (book, read_to) values ($1::uuid, $2)
  on conflict (book) do update set read_to = greatest(books.read_to, excluded.read_to)`;

export const findReadTo = async (tx: Tx, book: string): Promise<number> =>
  (await tx.maybe(readTo, [book]))?.read_to ?? 0;
export const saveReadTo = (tx: Tx, book: string, end: number): Promise<number> => tx.run(save, [book, end]);
