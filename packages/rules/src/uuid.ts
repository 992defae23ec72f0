// What an id of ours looks like, and what PostgreSQL takes for a uuid.
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LENGTH = 36;

export const isUuid = (text: string): boolean => UUID.test(text);
/** As in the name of a file that belongs to one. */
export const beginsWithUuid = (text: string): boolean => isUuid(text.slice(0, LENGTH));
