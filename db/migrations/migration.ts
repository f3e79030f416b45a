/** One step of the schema. Never edited once it has landed: databases remember its checksum. */
export type Migration = {
  /** `0002-what-is-new`; numbers rise. */
  name: string;
  sql: string;
  /** Tables that are meant to end up with fewer rows, or gone. Any other loss is refused. */
  losesRowsOf?: readonly string[];
};
