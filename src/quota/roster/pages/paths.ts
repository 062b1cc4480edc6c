/** The pages of one roster; `status` is where it is followed. */
export type RosterPart = 'status' | 'progress' | 'refused' | 'result' | 'months' | 'errors' | 'print' | 'delete';

/** Address without language. What is shown stands before whose it is, so that pages of a kind begin alike. */
export const rosterPath = (part: RosterPart, id: string): string => `/levy/roster/${part}/${encodeURIComponent(id)}`;

export const downloadPath = (id: string, name: 'zhujiu-roster.xlsx' | 'zhujiu-roster.json'): string => `/levy/roster/download/${encodeURIComponent(id)}/${name}`;
