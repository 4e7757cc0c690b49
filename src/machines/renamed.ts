/** Names of facts and outcomes that older talks may still hold, and what they are called today. */
const RENAMED: Readonly<Record<string, string>> = {
  // The same advice as for the host without internet: one text, the older id.
  'tried.HOST-04': 'tried.PHONE-07',
};

/** The entry under the name that is used today. */
export const currentName = <E extends { readonly name: string }>(entry: E): E =>
  Object.hasOwn(RENAMED, entry.name) ? { ...entry, name: RENAMED[entry.name] } : entry;
